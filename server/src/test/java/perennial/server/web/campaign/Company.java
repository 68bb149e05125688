package perennial.server.web.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import perennial.core.campaign.SendState;
import perennial.core.customer.Owner;
import perennial.core.question.Unit;
import perennial.core.segment.Segment;
import perennial.server.TestServer;
import perennial.store.campaign.Message;
import perennial.store.campaign.Outbox;
import perennial.store.campaign.PlanDocument;

/// A server on a company whose customers all left a while ago, with a clock that tests set.
final class Company implements AutoCloseable {
    static final int CUSTOMERS = 600;
    private static final int BATCH = 200;

    /// Whose time is whenever a test says.
    private static final class Watch extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(TestServer.NOON);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    private final Watch watch = new Watch();
    private final TestServer server;
    private int sent;

    /// One of two left for the price; one of ten who left in December was back within a month.
    Company(Path folder) throws IOException {
        server = new TestServer(folder, watch);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String reason = i % 2 == 0 ? "price" : "bugs";
            events.add(event(customer(i), "Subscription Started", "2025-06-01T10:00:00Z", "{}"));
            events.add(event(
                    customer(i), "Subscription Cancelled", "2025-12-10T10:00:00Z", "{\"reason\":\"" + reason + "\"}"));
            if (i % 10 == 0) {
                events.add(event(customer(i), "Subscription Started", "2026-02-10T10:00:00Z", "{}"));
                events.add(event(customer(i), "Subscription Cancelled", "2026-02-20T10:00:00Z", "{}"));
            }
        }
        send(events);
        server.live()
                .use(() -> server.live().answers().saveSegment("lapsed", Segment.parse("life ended in last 365 days")));
    }

    static String customer(int number) {
        return "customer-" + number;
    }

    private String event(String user, String name, String time, String properties) {
        return """
                {"type":"track","messageId":"m%d","userId":"%s","event":"%s","timestamp":"%s","properties":%s}""".formatted(sent++, user, name, time, properties);
    }

    private void send(List<String> events) throws IOException {
        for (int from = 0; from < events.size(); from += BATCH) {
            List<String> some = events.subList(from, Math.min(events.size(), from + BATCH));
            var answer = server.post(
                    "/v1/batch",
                    "{\"writeKey\":\"%s\",\"batch\":[%s]}".formatted(server.writeKey(), String.join(",", some)));
            if (answer.statusCode() != 200) {
                throw new IOException(answer.body());
            }
        }
        server.live().catchUp();
    }

    TestServer server() {
        return server;
    }

    void later(Duration by) {
        watch.now.updateAndGet(now -> now.plus(by));
    }

    /// Keeps a plan for all who left, half of them held out.
    void plan(String name, String... more) {
        String fields = more.length == 0 ? "" : "," + String.join(",", more);
        server.live()
                .use(() -> server.live()
                        .campaigns()
                        .plans()
                        .save(
                                PlanDocument.read(
                                        "{\"name\":\"%s\",\"audience\":\"lapsed\",\"holdout\":0.5,\"costPerContact\":0.1%s}"
                                                .formatted(
                                                        name.replace("\\", "\\\\")
                                                                .replace("\"", "\\\""),
                                                        fields)),
                                server.live().answers().history(Unit.CUSTOMER)));
    }

    void launch(String name) {
        server.live()
                .use(() -> server.live()
                        .campaigns()
                        .launch(name, server.live().answers().history(Unit.CUSTOMER)));
        server.live().catchUp();
    }

    List<Message> messages(String name) {
        return server.live().campaigns().messages(name);
    }

    /// Sends what waits, but fails for some.
    void deliver(String name, Predicate<Message> fails) {
        Outbox outbox = server.live().campaigns().outbox();
        List<Message> leased = outbox.lease(name, CUSTOMERS);
        outbox.take(
                leased.stream()
                        .map(each -> Outbox.Step.to(SendState.SENDING, each))
                        .toList(),
                List.of());
        outbox.take(
                leased.stream()
                        .map(each -> Outbox.Step.to(fails.test(each) ? SendState.FAILED : SendState.SENT, each))
                        .toList(),
                leased.stream().filter(fails.negate()).toList());
    }

    /// Has some of those who were drawn come back and pay, a day from now.
    void comeBack(String name, Predicate<Message> who) throws IOException {
        String time = watch.instant().plus(Duration.ofDays(1)).toString();
        later(Duration.ofDays(2));
        List<String> events = new ArrayList<>();
        for (Message each : messages(name)) {
            if (each.decision().arm().isPresent() && who.test(each)) {
                String id = each.decision().customer().id();
                events.add(event(id, "Subscription Started", time, "{}"));
                events.add(event(id, "Invoice Paid", time, "{\"value\":40,\"currency\":\"USD\"}"));
            }
        }
        send(events);
    }

    /// Takes one of so many of the held out away, as if they had never been drawn.
    void lose(String name, int oneOf) {
        server.live().workspace().change("losing decisions", connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("DELETE FROM campaign_decisions WHERE campaign = '" + name
                        + "' AND arm = 'holdout' AND rowid % " + oneOf + " = 0");
            }
        });
    }

    Owner owner(int number) {
        return new Owner(Owner.Kind.USER, customer(number));
    }

    /// Whether somebody is among so many of ten, always the same.
    static Predicate<Message> ofTen(int many) {
        return each -> Math.floorMod(each.decision().customer().id().hashCode(), 10) < many;
    }

    @Override
    public void close() {
        server.close();
    }
}
