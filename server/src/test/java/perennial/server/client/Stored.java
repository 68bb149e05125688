package perennial.server.client;

import java.util.List;
import java.util.stream.Collectors;
import perennial.server.TestServer;

/// What a server has of the story, a line for each event, link and trait, in an order that does not hang on
/// when they arrived. Of long texts the length stands there. Facts stand once and without time and id, which
/// not all clients let one choose; traits that clients add by themselves, with a dollar, are left out.
final class Stored {
    private static final String LINES = """
            SELECT message_id, epoch_ms(time_ms)::VARCHAR time, name, coalesce(visitor_id, '-'), coalesce(user_id, '-'),
                   coalesce(account_id, '-'), coalesce(value::DECIMAL(9, 2)::VARCHAR, '-'), coalesce(currency, '-'),
                   coalesce(properties ->> '$.note', '-'), coalesce(length(properties ->> '$.text')::VARCHAR, '-')
            FROM events ORDER BY time_ms, name
            """;
    private static final String FACTS = """
            SELECT 'link', kind, from_id, to_id FROM links
            UNION SELECT 'trait', subject || ' ' || id, name, value FROM traits WHERE name NOT LIKE '$%' ORDER BY ALL
            """;

    private Stored() {}

    static String story(TestServer server) {
        return lines(server.rows(LINES)) + lines(server.rows(FACTS));
    }

    private static String lines(List<String> rows) {
        return rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    }
}
