package perennial.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.server.TestServer;
import perennial.store.access.Scope;
import perennial.store.query.QueryFault;
import perennial.store.query.QueryFormat;
import perennial.store.query.QueryLimits;

class SqlHttpTest {
    private static final String TOO_MUCH =
            "The query needs more memory than a query may use; ask for less, such as a shorter range of time";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static String[] key = {};

    @BeforeAll
    static void send_events() throws Exception {
        server = new TestServer(folder);
        key = server.key(Scope.SQL);
        server.post(
                "/v1/track",
                "{\"writeKey\":\"%s\",\"messageId\":\"m\",\"userId\":\"=u\",\"event\":\"Saw\",\"properties\":{\"revenue\":1.5}}"
                        .formatted(server.writeKey()));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void a_query_is_answered_with_columns_rows_and_the_age_of_the_copy() throws Exception {
        var answer = server.post(
                "/api/v1/sql",
                "SELECT user_id, value, true AS yes, CAST(NULL AS DATE) AS no, [1, 2] AS list FROM events",
                key);
        assertThat(answer.headers().firstValue("Age")).contains("0");
        assertThat(answer.body())
                .isEqualTo("{\"copiedAt\":\"2026-03-01T12:00:00Z\",\"ageSeconds\":0,\"columns\":["
                        + "{\"name\":\"user_id\",\"type\":\"VARCHAR\"},{\"name\":\"value\",\"type\":\"DECIMAL(38,9)\"},"
                        + "{\"name\":\"yes\",\"type\":\"BOOLEAN\"},{\"name\":\"no\",\"type\":\"DATE\"},"
                        + "{\"name\":\"list\",\"type\":\"INTEGER[]\"}],"
                        + "\"rows\":[[\"=u\",1.500000000,true,null,\"[1, 2]\"]],\"isCut\":false}\n");
        assertThat(server.post("/api/v1/sql?format=csv", "SELECT user_id FROM events", key)
                        .body())
                .isEqualTo("user_id\r\n'=u\r\n");
    }

    @Test
    void more_rows_than_asked_for_are_cut_and_that_is_said() throws Exception {
        var answer = server.post("/api/v1/sql?rows=2", "SELECT * FROM range(3)", key);
        assertThat(answer.body()).endsWith("\"rows\":[[0],[1]],\"isCut\":true}\n");
        assertThat(answer.headers().firstValue("Perennial-Cut")).contains("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM events                              | read-only
            FROM read_text('/etc/passwd')                   | disabled
            FROM '/etc/passwd'                              | does not exist
            COPY events TO '/tmp/stolen.csv'                | disabled
            ATTACH '/tmp/other.duckdb'                      | disabled
            INSTALL httpfs                                  | disabled
            SET memory_limit = '100GB'                      | locked
            SELECT hash FROM keys                           | does not exist
            SELECT * FROM event                             | does not exist
            SELEC 1                                         | syntax error
            CREATE TEMP TABLE x AS SELECT 1                 | The query returns no rows
            """)
    void nothing_else_can_be_read_or_changed(String sql, String said) throws Exception {
        var answer = server.post("/api/v1/sql", sql, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).containsIgnoringCase(said);
        assertThat(Path.of("/tmp/stolen.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            json | PRAGMA database_list
            csv  | FROM duckdb_settings()
            csv  | FROM duckdb_databases()
            json | SELECT current_setting('allowed_paths')
            json | SELECT error(path) FROM duckdb_databases() WHERE path <> ''
            """)
    void where_the_workspace_lies_is_not_shown(String format, String sql) throws Exception {
        assertThat(server.post("/api/v1/sql?format=" + format, sql, key).body())
                .contains("copy1")
                .doesNotContain(folder.toRealPath().toString());
    }

    @Test
    void a_query_that_takes_too_long_or_too_much_memory_is_ended_with_a_sentence() {
        var queries = server.live().queries();
        var briefly = new QueryLimits(10, Duration.ofSeconds(3), 256);
        assertThat(catchThrowable(() -> queries.run(
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
                        QueryFormat.JSON,
                        briefly)))
                .isInstanceOf(QueryFault.class)
                .hasMessage("The query took more than 3 s or too much memory and was ended; ask for less, such as a"
                        + " shorter range of time");
        assertThat(catchThrowable(() -> queries.run(
                        "SELECT list(repeat('x', 1000) || range) FROM range(10000000)",
                        QueryFormat.JSON,
                        new QueryLimits(10, Duration.ofMinutes(2), 64))))
                .isInstanceOf(QueryFault.class)
                .hasMessage(TOO_MUCH);
        assertThat(catchThrowable(() -> queries.run(
                        "SELECT repeat('x', 60000000) AS a, repeat('y', 60000000) AS b",
                        QueryFormat.CSV,
                        QueryLimits.STANDARD)))
                .isInstanceOf(QueryFault.class)
                .hasMessage(TOO_MUCH);
    }

    @Test
    void the_copy_goes_with_an_erasure(@TempDir Path own) throws Exception {
        try (var erased = new TestServer(own)) {
            erased.post("/api/v1/sql", "SELECT 1", erased.key(Scope.SQL));
            Path copies = own.resolve("workspace/tmp/sql");
            assertThat(copies).isDirectoryContaining(each -> each.toString().endsWith(".duckdb"));
            erased.live().queries().forgetCopy();
            try (var left = Files.list(copies)) {
                assertThat(left).isEmpty();
            }
        }
    }
}
