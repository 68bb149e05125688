package perennial.core.question;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import perennial.core.answer.Row;

/// A question with its answer, ready to be shown.
///
/// @param parameters the settings used, in the order they are shown
/// @param rules the rules used, in words
/// @param notes what may surprise in this very answer, in words: names that nobody has, a range beyond the data
/// @param asOf the instant at which states were judged
public record Asked(
        String question,
        SequencedMap<Option, List<String>> parameters,
        List<String> rules,
        List<String> notes,
        ZoneId zone,
        Instant asOf,
        List<Row> rows) {
    public Asked {
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
        rows = List.copyOf(rows);
    }

    /// The same with further rules.
    public Asked withRules(List<String> more) {
        return new Asked(
                question,
                parameters,
                Stream.concat(rules.stream(), more.stream()).toList(),
                notes,
                zone,
                asOf,
                rows);
    }
}
