package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table of clients in `docs/ingestion.md`: every address that stands there is called.
class IngestionDocTest {
    private static final Path PAGE = Path.of("../docs/ingestion.md");
    private static final Pattern ADDRESS = Pattern.compile("`(/[^`]+)`");
    private static final String NO_KEY = "no-key";

    private static final String CALL = "'messageId':'%2$s','userId':'ada','event':'Saw','name':'Home','groupId':'acme',"
            + "'previousId':'former-%2$s','traits':{'plan':'%2$s'}";
    private static final String POSTHOG = "'event':'Saw','distinct_id':'ada','uuid':'%2$s'";

    /// What is sent to the addresses of a row.
    ///
    /// @param column where the table of refusals says what becomes of a request without a key; empty: it needs none
    /// @param success what the answer holds
    private record Row(String column, String body, String success) {
        String body(String key, String id) {
            return body.replace('\'', '"').formatted(key, id);
        }
    }

    private static final Map<String, Row> ROWS = Map.of(
            "Segment, RudderStack", new Row("Segment", "{'writeKey':'%1$s'," + CALL + "}", "{\"success\":true}"),
            "Segment in browsers (analytics.js 2)",
                    new Row("Segment", "{'writeKey':'%1$s'," + CALL + "}", "{\"success\":true}"),
            "PostHog", new Row("PostHog", "{'api_key':'%1$s'," + POSTHOG + "}", "{\"status\":1}"),
            "PostHog, newer", new Row("PostHog", "{'batch':[{" + POSTHOG + "}]}", "\"result\":\"ok\""),
            "PostHog, what it asks before", new Row("", "{'token':'%1$s'}", ""),
            "Mixpanel",
                    new Row(
                            "Mixpanel",
                            "[{'event':'Saw','properties':{'token':'%1$s','distinct_id':'ada','$insert_id':'%2$s'}}]",
                            "1"),
            "Mixpanel, imports",
                    new Row(
                            "Mixpanel",
                            "[{'event':'Saw','properties':{'token':'%1$s','distinct_id':'ada','$insert_id':'%2$s','time':1772186400}}]",
                            "\"num_records_imported\":1"),
            "Amplitude",
                    new Row(
                            "Amplitude",
                            "{'api_key':'%1$s','events':[{'event_type':'Saw','user_id':'ada','insert_id':'%2$s'}]}",
                            "\"events_ingested\":1"),
            "anything", new Row("`/api/v1/events`", "[{'type':'track'," + CALL + "}]", "\"result\":\"ok\""));

    /// Bodies of addresses that take another one than the rest of their row.
    private static final Map<String, String> OTHER_BODIES = Map.of(
            "/v1/batch", "{'writeKey':'%1$s','batch':[{'type':'track'," + CALL + "}]}",
            "/v1/import", "{'writeKey':'%1$s','batch':[{'type':'track'," + CALL + "}]}",
            "/v1/b", "{'writeKey':'%1$s','batch':[{'type':'track'," + CALL + "}]}",
            "/batch/", "{'api_key':'%1$s','batch':[{" + POSTHOG + "}]}",
            "/engage", "[{'$token':'%1$s','$distinct_id':'ada','$set':{'plan':'%2$s'}}]",
            "/groups", "[{'$token':'%1$s','$group_key':'company','$group_id':'acme','$set':{'plan':'%2$s'}}]");

    @TempDir
    Path folder;

    private int sent;

    @Test
    void every_address_of_the_table_takes_what_its_client_sends_and_nothing_without_a_key() throws Exception {
        Map<String, List<String>> clients = table("| client | addresses |");
        assertThat(clients.keySet()).isEqualTo(ROWS.keySet());
        Map<String, List<String>> refusals = table("| because |");
        List<String> columns = refusals.get("because");
        try (var server = new TestServer(folder)) {
            for (var client : clients.entrySet()) {
                Row row = ROWS.get(client.getKey());
                for (String path : addresses(client.getValue().get(1))) {
                    var sending = row(row, path);
                    assertTaken(server, sending, path);
                    if (!row.column().isEmpty()) {
                        String status = refusals.get("no key lets it in").get(columns.indexOf(row.column()));
                        assertThat(post(server, sending, path, NO_KEY).statusCode() + "")
                                .as("%s without a key", path)
                                .isEqualTo(status.split(" ")[0]);
                    }
                    if (client.getValue().get(1).contains("GET or POST")) {
                        var answer = server.get(path + "?data=" + encoded(sending.body(server.writeKey(), "g" + sent)));
                        assertThat(answer.body()).as("GET %s", path).isEqualTo(row.success());
                    }
                }
            }
        }
    }

    @Test
    void the_tests_that_the_page_names_are_there() throws IOException {
        List<String> named = Pattern.compile("`(\\w+Test)`")
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1) + ".java")
                .toList();
        assertThat(named).hasSizeGreaterThan(5);
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsAll(named);
        }
    }

    private void assertTaken(TestServer server, Row row, String path) throws IOException {
        long before = stored(server);
        boolean isAsked = path.startsWith("/array/");
        var answer = isAsked ? server.get(path) : post(server, row, path, server.writeKey());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(path).contains(row.success());
        if (!row.column().isEmpty()) {
            assertThat(stored(server)).as("%s stores it", path).isGreaterThan(before);
        }
    }

    private HttpResponse<String> post(TestServer server, Row row, String path, String key) throws IOException {
        sent++;
        return server.post(path, row.body(key, "m" + sent), "Authorization", "Bearer " + key);
    }

    private static Row row(Row row, String path) {
        String known = OTHER_BODIES.containsKey(path) ? path : path.replaceAll("/$", "");
        return new Row(row.column(), OTHER_BODIES.getOrDefault(known, row.body()), row.success());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long stored(TestServer server) {
        return Long.parseLong(server.rows("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM links)"
                        + " + (SELECT count(*) FROM traits)")
                .getFirst());
    }

    /// The addresses of a cell: those in braces one by one, those with and without a slash at the end both ways.
    private static List<String> addresses(String cell) {
        List<String> all = new ArrayList<>();
        for (String part : cell.split("(?<=\\))")) { // a remark in brackets is about those before it
            ADDRESS.matcher(part)
                    .results()
                    .map(found -> found.group(1))
                    .flatMap(IngestionDocTest::each)
                    .forEach(address -> {
                        all.add(address);
                        if (part.contains("with or without `/`") && !all.contains(address + "/")) {
                            all.add(address + "/");
                        }
                    });
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private static Stream<String> each(String address) {
        String named = address.replace("{token}", "t0");
        int open = named.indexOf('{');
        return open < 0
                ? Stream.of(named)
                : Arrays.stream(named.substring(open + 1, named.indexOf('}')).split(","))
                        .map(one -> named.substring(0, open) + one);
    }

    /// The rows of a table by their first cell, its heading among them if that is one word.
    private static Map<String, List<String>> table(String head) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        boolean isWithin = false;
        for (String line : Files.readAllLines(PAGE)) {
            boolean isHead = line.startsWith(head);
            isWithin = isHead || isWithin && line.startsWith("|");
            if (isWithin && !line.startsWith("|---")) {
                List<String> cells = Arrays.stream(
                                line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList();
                rows.put(cells.getFirst(), cells);
            }
        }
        assertThat(rows).as(head).hasSizeGreaterThan(2);
        rows.remove("client");
        return rows;
    }
}
