package perennial.store.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Reason;
import perennial.core.campaign.Reply;
import perennial.core.campaign.SendState;
import perennial.core.customer.Owner;
import perennial.core.random.ForAll;
import perennial.store.erasure.Erasure;
import perennial.store.view.Views;

/// A thousand customers who left on 1 February, a fifth of whom is back on 20 March; the launch is on 1 March.
class LeavingTest extends Thousand {
    private static final String PLAN = """
            {"name":"spring","audience":"life ended in last 60 days","holdout":0.2,
             "treatments":[{"name":"letter","share":1,"offers":[
               {"who":"life ended with reason \\"price\\"",
                "offer":{"name":"discount","text":"=20 % off","cost":3,"codes":{"pool":"spring"}}},
               {"offer":{"name":"call","text":"we call you","cost":1}}]}],
             "costPerContact":0.5}
            """;

    private List<Message> of(SendState state) {
        return campaigns.messages("spring").stream()
                .filter(each -> each.decision().isTreated() && each.state() == state)
                .toList();
    }

    private Map<Reason, Long> skipped() {
        return of(SendState.SKIPPED).stream()
                .collect(Collectors.groupingBy(each -> each.skipped().orElseThrow(), Collectors.counting()));
    }

    private Balance balance() {
        Balance balance = campaigns.balance("spring");
        assertThat(balance.holds()).as(balance.toString()).isTrue();
        return balance;
    }

    @Test
    void a_file_has_all_that_is_due_once_with_what_is_personal_and_nothing_that_a_spreadsheet_would_run() {
        campaigns
                .codes()
                .add("spring", IntStream.range(0, 1_000).mapToObj(i -> "C" + i).toList());
        launch(PLAN);
        var file = new StringWriter();
        int written = campaigns.csv().write("spring", now(), file);
        List<String> lines = file.toString().lines().toList();
        assertThat(lines).hasSize(written + 1);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "campaign,version,decision,customer_kind,customer_id,life,arm,offer_name,offer_text,code,reason,"
                                + "days_away,favourite_category,last_product");
        Message first = of(SendState.SENT).stream()
                .filter(each -> each.decision().offer().orElse("").equals("discount"))
                .findFirst()
                .orElseThrow();
        assertThat(lines)
                .contains("spring,1,%s,user,%s,1,letter,discount,'=20 %% off,%s,price,28,,"
                        .formatted(
                                first.decision().id(),
                                first.decision().customer().id(),
                                first.decision().code().orElseThrow()));
        assertThat(balance().sent())
                .isEqualTo(written)
                .isEqualTo(1_000 - balance().holdout());
        assertThat(campaigns.csv().write("spring", now(), new StringWriter())).isZero();
    }

    @Test
    void a_file_that_is_not_taken_to_its_end_leaves_its_messages_uncertain() {
        launch(PLAN.replace("\"codes\":{\"pool\":\"spring\"}", "\"codes\":{\"generated\":\"A-\"}"));
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("the disk is full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> campaigns.csv().write("spring", now(), full)).isInstanceOf(UncheckedIOException.class);
        assertThat(balance().uncertain()).isEqualTo(1_000 - balance().holdout());
        assertThat(campaigns.csv().write("spring", now(), new StringWriter())).isZero();
    }

    @Test
    void it_is_looked_once_more_when_a_message_is_about_to_leave() {
        campaigns.codes().add("spring", List.of("A", "B", "C"));
        launch(PLAN);
        clock.forward(Duration.ofDays(20)); // every fifth is back
        campaigns.suppressions().add(new Owner(Owner.Kind.USER, "c2"), Reply.BOUNCED);
        campaigns.csv().write("spring", now(), new StringWriter());
        List<Message> all = campaigns.messages("spring").stream()
                .filter(each -> each.decision().isTreated())
                .toList();
        for (Message each : all) {
            int number = Integer.parseInt(each.decision().customer().id().substring(1));
            if (number == 2) {
                assertThat(each.skipped()).contains(Reason.SUPPRESSED);
            } else if (number % 5 == 0) {
                assertThat(each.skipped()).contains(Reason.CAME_BACK);
            } else if (number % 2 == 1 && each.decision().code().isEmpty()) {
                assertThat(each.skipped()).contains(Reason.NO_CODE);
            } else {
                assertThat(each.state()).isEqualTo(SendState.SENT);
            }
        }
        assertThat(skipped()).containsKeys(Reason.CAME_BACK, Reason.NO_CODE);
        assertThat(balance().pending()).isZero();
    }

    /// A contact costs 0.5 and an offer 1. Nobody was in the audience a window ago, so half are expected to come back:
    /// a message takes 1.
    @Test
    void the_budget_ends_with_what_was_promised() {
        launch(PLAN.replace("\"codes\":{\"pool\":\"spring\"}", "\"codes\":{\"generated\":\"A-\"}")
                .replace("\"cost\":3", "\"cost\":1")
                .replace("\"costPerContact\":0.5", "\"costPerContact\":0.5,\"budget\":60.9"));
        campaigns.csv().write("spring", now(), new StringWriter());
        assertThat(balance().sent()).isEqualTo(60);
        assertThat(skipped()).containsOnlyKeys(Reason.BUDGET);
    }

    /// Both campaigns decided before anything had left, so that only what leaves can tell.
    @Test
    void the_cap_on_contacts_counts_what_other_campaigns_sent_until_the_message_leaves() {
        String plan = PLAN.replace("\"codes\":{\"pool\":\"spring\"}", "\"codes\":{\"generated\":\"A-\"}")
                .replace(
                        "\"holdout\":0.2",
                        "\"holdout\":0.2,\"exclusions\":{\"cap\":{\"contacts\":1,\"days\":3},\"apart\":false}");
        launch(plan.replace("\"name\":\"spring\"", "\"name\":\"first\""));
        launch(plan);
        launch(plan.replace("\"name\":\"spring\"", "\"name\":\"last\""));
        Set<String> begun = campaigns.leave("first", now(), 300).stream()
                .map(each -> each.decision().customer().id())
                .collect(Collectors.toSet());
        campaigns.csv().write("spring", now(), new StringWriter());
        assertThat(skipped()).containsOnlyKeys(Reason.CONTACT_CAP);
        Set<String> capped = of(SendState.SKIPPED).stream()
                .map(each -> each.decision().customer().id())
                .collect(Collectors.toSet());
        Set<String> drawn = campaigns.messages("spring").stream()
                .filter(each -> each.decision().isTreated())
                .map(each -> each.decision().customer().id())
                .filter(begun::contains)
                .collect(Collectors.toSet());
        assertThat(begun).hasSize(300);
        assertThat(capped).isEqualTo(drawn).hasSizeGreaterThan(100);
        clock.forward(Duration.ofDays(4)); // contacts of more than three days ago count no more
        campaigns.csv().write("last", now(), new StringWriter());
        assertThat(campaigns.balance("last").sent())
                .isEqualTo(1_000 - campaigns.balance("last").holdout());
    }

    @Test
    void what_waits_at_the_end_or_at_a_stop_is_skipped_and_what_is_paused_does_not_leave() {
        launch(PLAN.replace("\"holdout\":0.2", "\"holdout\":0.2,\"ends\":\"2026-03-05T00:00:00Z\""));
        assertThat(campaigns.leave("spring", now(), 10)).isNotEmpty();
        assertThat(of(SendState.LEASED)).isNotEmpty(); // what is picked ahead
        campaigns.pause("spring");
        assertThat(of(SendState.LEASED)).isEmpty();
        assertThat(campaigns.leave("spring", now(), 10)).isEmpty();
        campaigns.resume("spring");
        assertThat(campaigns.leave("spring", now(), 50)).isNotEmpty();
        assertThat(of(SendState.PLANNED)).isEmpty(); // so that nothing but what is picked ahead is left to be skipped
        clock.forward(Duration.ofDays(4));
        assertThat(campaigns.leave("spring", now(), 10)).isEmpty();
        campaigns.settle("spring");
        assertThat(skipped()).containsKey(Reason.ENDED);
        assertThat(balance().pending()).isEqualTo(of(SendState.SENDING).size());
    }

    @Test
    void replies_count_once_and_whoever_unsubscribes_is_not_written_to_any_more() {
        launch(PLAN);
        List<Message> waiting = of(SendState.PLANNED);
        String one = waiting.get(0).decision().id();
        String other = waiting.get(1).decision().id();
        String held = campaigns.messages("spring").stream()
                .filter(each -> each.decision().isHeldOut())
                .findFirst()
                .orElseThrow()
                .decision()
                .id();
        clock.forward(Duration.ofHours(2));
        List<Replies.Told> told = Replies.ofCsv("""
                decision,reply,at
                %s,opened,2026-03-01T01:00:00Z
                %s,opened,
                %s,unsubscribed,2026-03-01T01:30:00Z
                %s,opened,
                nobody,clicked,
                %s,laughed,
                %s,clicked,yesterday
                %s,clicked,2026-02-01T00:00:00Z
                """.formatted(one, one, other, held, one, one, one));
        Replies.Taken taken = campaigns.replies().take("spring", told);
        assertThat(taken.taken()).isEqualTo(2);
        assertThat(taken.known()).isEqualTo(1);
        assertThat(taken.faults().stream().map(Replies.Fault::place)).containsExactly(5, 6, 7, 8, 9);
        assertThat(taken.faults().get(2).sentence())
                .isEqualTo("\"laughed\" is no reply; choose among delivered, opened, clicked, unsubscribed, bounced");
        assertThat(campaigns.replies().take("spring", told.subList(0, 3)).known())
                .isEqualTo(3);
        campaigns.csv().write("spring", now(), new StringWriter());
        assertThat(of(SendState.SKIPPED))
                .filteredOn(each -> each.decision().id().equals(other))
                .singleElement()
                .satisfies(each -> assertThat(each.skipped()).contains(Reason.SUPPRESSED));
        assertThat(Replies.ofJson("[{\"decision\":\"a\",\"reply\":\"opened\"},7]"))
                .containsExactly(new Replies.Told(1, "a", "opened", ""), new Replies.Told(2, "", "", ""));
    }

    @Test
    void whoever_is_erased_goes_with_what_was_decided_and_sent_and_its_code_is_given_to_nobody_else() {
        campaigns.codes().add("spring", List.of("A", "B", "C"));
        launch(PLAN);
        Message held = of(SendState.PLANNED).stream()
                .filter(each -> each.decision().code().isPresent())
                .findFirst()
                .orElseThrow();
        Owner customer = held.decision().customer();
        campaigns.suppressions().add(customer, Reply.UNSUBSCRIBED);
        List<Message> leaving = campaigns.outbox().lease("spring", 1_000);
        var steps = leaving.stream()
                .map(each -> Outbox.Step.to(SendState.SENDING, each))
                .toList();
        campaigns.outbox().take(steps, List.of());
        var erasure = new Erasure(workspace, customer);
        Erasure.Found found = erasure.hide();
        views.close();
        assertThat(erasure.removeBytes(found.ids()).found().values()).allMatch(each -> each == 0);
        views = new Views(workspace);
        assertThat(campaigns.suppressions().all()).isEmpty();
        assertThat(campaigns.codes().all()).containsExactly(new CodePools.Pool("spring", 2, 2, 0));
        // What was on its way is told when it is back; of whoever is gone nothing comes back.
        campaigns
                .outbox()
                .take(
                        leaving.stream()
                                .map(each -> Outbox.Step.to(SendState.SENT, each))
                                .toList(),
                        leaving);
        assertThat(balance().audience()).isEqualTo(999);
        assertThat(balance().sent()).isEqualTo(leaving.size() - 1);
        assertThat(campaigns.messages("spring"))
                .noneMatch(each -> each.decision().customer().equals(customer));
        assertThat(rows("campaign_sends WHERE decision = '" + held.decision().id() + "'"))
                .isZero();
        assertThat(rows("events WHERE user_id = '" + customer.id() + "'")).isZero();
    }

    private long rows(String from) {
        return workspace.read("counting", connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT count(*) FROM " + from)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /// Whatever is done in whatever order, everybody is in one place, no state is left that is final, and none is
    /// skipped on the way.
    @Test
    void whatever_happens_everybody_is_somewhere_and_what_is_final_stays() {
        campaigns.codes().add("spring", List.of("A", "B", "C"));
        launch(PLAN);
        ForAll.forAll(15, random -> random, random -> {
            for (int i = 0; i < 6; i++) {
                Map<String, SendState> before = states();
                step(random);
                Map<String, SendState> after = states();
                before.forEach((id, from) -> assertThat(after.get(id) == from || !from.isFinal())
                        .as(from + " became " + after.get(id))
                        .isTrue());
                balance();
                assertThat(campaigns.codes().all())
                        .allSatisfy(pool -> assertThat(pool.free()).isNotNegative());
            }
        });
    }

    private Map<String, SendState> states() {
        return campaigns.messages("spring").stream()
                .collect(Collectors.toMap(each -> each.decision().id(), Message::state));
    }

    private void step(Random random) {
        switch (random.nextInt(8)) {
            case 0 -> campaigns.outbox().lease("spring", random.nextInt(20));
            case 1 -> campaigns.leave("spring", now(), 1 + random.nextInt(20));
            case 2 -> campaigns.outbox().release("spring");
            case 3 -> campaigns.outbox().recover();
            case 4 ->
                campaigns.suppressions().add(new Owner(Owner.Kind.USER, "c" + random.nextInt(1_000)), Reply.BOUNCED);
            default -> finish(random);
        }
    }

    /// Tells of some what became of them, and of one more what cannot be.
    private void finish(Random random) {
        List<SendState> ends = List.of(SendState.SENT, SendState.FAILED, SendState.UNCERTAIN, SendState.PLANNED);
        SendState end = ends.get(random.nextInt(ends.size()));
        List<Message> some =
                of(SendState.SENDING).stream().limit(random.nextInt(20)).toList();
        campaigns
                .outbox()
                .take(
                        some.stream().map(each -> Outbox.Step.to(end, each)).toList(),
                        end == SendState.SENT ? some : List.of());
        of(SendState.PLANNED).stream().findFirst().ifPresent(waiting -> {
            Balance before = balance();
            assertThatThrownBy(() ->
                            campaigns.outbox().take(List.of(Outbox.Step.to(SendState.SENT, waiting)), List.of(waiting)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("planned cannot become sent");
            assertThat(balance()).isEqualTo(before);
        });
    }

    /// Its contract ended at the beginning of 1 February, as it turns out for less than a day.
    @Test
    void whoever_had_not_really_left_is_not_written_to_and_counts_as_back() {
        campaigns.codes().add("spring", List.of("A", "B", "C"));
        launch(PLAN);
        Message waiting = of(SendState.PLANNED).getFirst();
        String customer = waiting.decision().customer().id();
        insert(
                "events",
                "(9001, 1, 'told', 'late', NULL, '" + customer
                        + "', NULL, epoch_ms(TIMESTAMP '2026-02-01 12:00:00'), 0,"
                        + " 'Subscription Started', NULL, NULL, '{}')");
        campaigns.leave("spring", now(), 1_000);
        assertThat(of(SendState.SKIPPED))
                .filteredOn(
                        each -> each.decision().id().equals(waiting.decision().id()))
                .singleElement()
                .satisfies(each -> assertThat(each.skipped()).contains(Reason.CAME_BACK));
        assertThat(campaigns
                        .effect("spring", at(Instant.parse("2026-06-01T00:00:00Z")))
                        .outcomes())
                .filteredOn(each -> each.isBack() && each.back().getAsLong() == each.decided())
                .hasSize(1);
    }
}
