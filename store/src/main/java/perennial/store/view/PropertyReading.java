package perennial.store.view;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import perennial.core.history.History;
import perennial.store.Sql;
import perennial.store.json.JsonText;

/// Reads some properties of the log in one pass.
///
/// The database takes them out of the text of an event together, and tells the values of each apart, so that numbers
/// come for the events and a text is read once, not for every event that has it.
final class PropertyReading {
    /// Takes the values of a property: each text of a stretch once, then the events that have it.
    interface Taker {
        /// What stands for a text.
        int code(String text);

        void put(long seq, int code);
    }

    /// How much of the log is searched at a time, so that the values do not fill the memory.
    private static final long STRETCH = 1 << 21;

    private final Session session;
    private final SequencedMap<String, Taker> takers;
    private final List<String> pointers = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> mayTell = new ArrayList<>();

    /// @param takers by the names of the properties
    PropertyReading(Session session, SequencedMap<String, Taker> takers) {
        this.session = session;
        this.takers = takers;
        for (String name : takers.sequencedKeySet()) {
            int number = told.size() + 1;
            told.add(told(name, found(name)) + " AS text_" + number);
            mayTell.add(mayTell(name, "contains(properties, getvariable('mentions')[" + number + "])"));
        }
    }

    /// What an event tells under a name, if not in columns of its own, then in its properties. A value has no trailing
    /// zeros.
    private static String told(String name, String found) {
        return switch (name) {
            case History.RECEIVED -> "received_ms::VARCHAR";
            case "value" -> "coalesce(rtrim(rtrim(value::VARCHAR, '0'), '.'), " + found + ")";
            case "currency" -> "coalesce(currency, " + found + ")";
            default -> found;
        };
    }

    private static String mayTell(String name, String isMentioned) {
        return switch (name) {
            case History.RECEIVED -> "true";
            case "value", "currency" -> name + " IS NOT NULL OR " + isMentioned;
            default -> isMentioned;
        };
    }

    /// What is found of a property: under its name, else down a dotted path.
    private String found(String name) {
        pointers.add("/" + escaped(name));
        String plain = "found[" + pointers.size() + "]";
        if (!name.contains(".")) {
            return plain;
        }
        pointers.add("/" + escaped(name).replace('.', '/'));
        return "coalesce(" + plain + ", found[" + pointers.size() + "])";
    }

    /// As a step of a JSON pointer (RFC 6901).
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /// What the text of the properties must hold for one of them to have this name, as JSON writes it: the
    /// last step of a path, or that before the places in lists.
    private static String mention(String name) {
        String path = name.replaceFirst("(\\.[0-9]+)+$", "");
        String quoted = JsonText.quote(path.substring(path.lastIndexOf('.') + 1));
        return quoted.substring(1, quoted.length() - 1) + (path.equals(name) ? "\"" : "");
    }

    /// Reads the events of `[firstSeq, lastSeq]`.
    void read(long firstSeq, long lastSeq) throws SQLException {
        session.set(
                "mentions",
                takers.sequencedKeySet().stream().map(PropertyReading::mention).toList());
        session.set("pointers", pointers);
        String valued = Sql.text("view/valued")
                .replace("$told", String.join(", ", told))
                .replace("$may_tell", String.join(" OR ", mayTell));
        for (long from = firstSeq; from <= lastSeq; from += STRETCH) {
            session.set("first_seq", from);
            session.set("last_seq", Math.min(lastSeq, from + STRETCH - 1));
            session.execute(valued);
            int number = 0;
            for (Taker taker : takers.sequencedValues()) {
                session.execute(
                        "CREATE OR REPLACE TEMP VIEW said AS SELECT seq, text_" + ++number + " AS text FROM valued");
                hand(taker);
            }
        }
    }

    private void hand(Taker taker) throws SQLException {
        session.run("distinct-values");
        int[] codes = new int[Math.toIntExact(session.numbers("value-count")[0])];
        if (codes.length == 0) {
            return;
        }
        session.stream("value-texts", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                codes[chunk.vector(0).getInt(row)] = taker.code(chunk.vector(1).getString(row));
            }
        });
        session.stream("value-events", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                taker.put(chunk.vector(1).getLong(row), codes[chunk.vector(0).getInt(row)]);
            }
        });
    }
}
