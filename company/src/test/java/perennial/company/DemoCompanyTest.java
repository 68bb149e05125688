package perennial.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.channel.Channels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoCompanyTest {
    private static final List<String> LINES = lines(500, 7);

    @Test
    void the_same_seed_gives_the_same_lines_on_every_machine() throws NoSuchAlgorithmException {
        var hash = MessageDigest.getInstance("SHA-256");
        LINES.forEach(line -> hash.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(hash.digest()))
                .isEqualTo("1b4875da48d89bf729815fb52080f2a9ed815797f80f8c33f1abb939941cf32a");
        assertThat(lines(500, 7)).isEqualTo(LINES);
        assertThat(lines(500, 8)).isNotEqualTo(LINES);
    }

    @Test
    void fewer_customers_are_a_part_of_more_in_the_same_order() {
        List<String> larger =
                lines(800, 7).stream().filter(line -> customer(line) <= 500).toList();
        assertThat(larger).isEqualTo(LINES);
    }

    @Test
    void every_line_is_one_json_object_of_the_segment_shape() {
        var json = JsonMapper.builder().build();
        for (String line : LINES) {
            JsonNode node = json.readTree(line);
            assertThat(node.get("type").asString()).isIn("track", "identify", "group");
            assertThat(node.has("userId") || node.has("anonymousId")).isTrue();
            Instant time = Instant.parse(node.get("timestamp").asString());
            Instant received = Instant.parse(node.get("receivedAt").asString());
            assertThat(received).isAfter(time).isBefore(Instant.ofEpochMilli(Era.UNTIL));
            assertThat(time).isAfterOrEqualTo(Instant.ofEpochMilli(Era.FROM));
            switch (node.get("type").asString()) {
                case "track" -> assertThat(node.get("event").asString()).isNotBlank();
                case "group" -> assertThat(node.get("groupId").asString()).startsWith("a");
                default -> assertThat(node.get("traits").isObject()).isTrue();
            }
        }
    }

    @Test
    void only_resent_lines_share_a_message_id_and_they_are_equal() {
        Map<String, String> first = new HashMap<>();
        int resent = 0;
        for (String line : LINES) {
            String before = first.putIfAbsent(Seen.field(line, "messageId"), line);
            if (before != null) {
                resent++;
                assertThat(line).isEqualTo(before);
            }
        }
        assertThat((double) resent / LINES.size()).isCloseTo(Outbox.RESENT, within(0.001));
    }

    @Test
    void lines_come_in_order_of_arrival_and_some_arrive_late() {
        Set<String> seen = new HashSet<>();
        String last = "";
        int late = 0;
        for (String line : LINES) {
            String received = Seen.field(line, "receivedAt");
            if (seen.add(Seen.field(line, "messageId"))) {
                assertThat(received).isGreaterThanOrEqualTo(last);
                last = received;
            }
            late += Instant.parse(received).toEpochMilli()
                                    - Instant.parse(Seen.field(line, "timestamp"))
                                            .toEpochMilli()
                            >= Era.HOUR
                    ? 1
                    : 0;
        }
        assertThat((double) late / LINES.size()).isBetween(0.01, 0.018);
    }

    @Test
    void the_first_visit_of_a_browser_comes_by_the_channel_of_its_customer_and_later_pages_mostly_by_themselves() {
        Map<String, String> channels = new HashMap<>();
        Map<String, TreeMap<String, String>> views = new HashMap<>();
        for (String line : lines(2_000, 7)) {
            String browser = Seen.field(line, "anonymousId");
            if (Seen.field(line, "event").equals("Page Viewed")) {
                views.computeIfAbsent(browser, any -> new TreeMap<>()).put(Seen.field(line, "timestamp"), origin(line));
            } else if (Seen.field(line, "event").equals("Signed Up")) {
                channels.put(browser, Seen.field(line, "channel"));
            }
        }
        Map<String, String> named = Map.of(
                "organic", "organic search",
                "paid-search", "paid search",
                "paid-social", "paid social",
                "referral", "referral",
                "partner", "affiliate");
        views.keySet().retainAll(channels.keySet());
        long asNamed = views.entrySet().stream()
                .filter(seen -> seen.getValue().firstEntry().getValue().equals(named.get(channels.get(seen.getKey()))))
                .count();
        List<String> later = views.values().stream()
                .flatMap(seen -> seen.values().stream().skip(1))
                .toList();
        assertThat(channels.values()).containsAll(named.keySet());
        // The rest came first before the era began.
        assertThat((double) asNamed / views.size()).isBetween(0.98, 1.0);
        assertThat((double) later.stream().filter("direct"::equals).count() / later.size())
                .isBetween(0.8, 0.99);
    }

    private static String origin(String line) {
        return Channels.standard()
                .of(name -> Optional.of(Seen.field(line, name)).filter(value -> !value.isEmpty()));
    }

    @Test
    void contracts_of_one_life_never_gap_and_end_after_they_start() {
        var seen = Seen.of(2_000, 7);
        long switches = 0;
        for (Seen.Payer payer : seen.payers.values()) {
            for (Seen.Contract contract : payer.contracts.values()) {
                assertThat(contract.until).isGreaterThan(contract.from);
                assertThat(contract.requested).isLessThanOrEqualTo(contract.until);
                if (contract.reason.equals("plan_switch")) {
                    switches++;
                    assertThat(payer.hasStarted(contract.requested, contract.until))
                            .isTrue();
                }
            }
        }
        assertThat(switches).isPositive();
    }

    @Test
    void things_happen_in_the_two_hours_around_clock_changes() {
        Set<String> days = new HashSet<>();
        DemoCompany.lines(8_000, 7, line -> {
            String time = Seen.field(line, "timestamp");
            if (time.startsWith("T00:", 10) || time.startsWith("T01:", 10)) {
                days.add(time.substring(0, 10));
            }
        });
        assertThat(days).contains("2025-03-30", "2025-10-26", "2026-03-29");
    }

    @Test
    void the_file_holds_the_lines(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("demo.ndjson.gz");
        DemoCompany.write(file, 500, 7);
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            assertThat(reader.lines().toList()).isEqualTo(LINES);
        }
    }

    @Test
    void a_company_without_customers_is_refused() {
        assertThatThrownBy(() -> lines(0, 7))
                .hasMessage("The demo company has 1 to 250000 customers, was asked for 0;"
                        + " leave the number out for 50000");
    }

    private static int customer(String line) {
        String id = Seen.field(line, "messageId");
        return Integer.parseInt(id.substring(1, id.indexOf('-')));
    }

    private static List<String> lines(int customers, long seed) {
        List<String> lines = new ArrayList<>();
        DemoCompany.lines(customers, seed, lines::add);
        return lines;
    }
}
