package perennial.server.web.builder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import perennial.core.segment.Period;

/// The kinds of periods, in words.
enum When {
    EVER("at any time"),
    LAST("in the last"),
    AGO("more than"),
    SINCE("since"),
    BEFORE("before"),
    BETWEEN("from");

    private final String words;

    When(String words) {
        this.words = words;
    }

    static When of(Period period) {
        return switch (period) {
            case Period.Ever _ -> EVER;
            case Period.Last _ -> LAST;
            case Period.BeforeLast _ -> AGO;
            case Period.Since _ -> SINCE;
            case Period.Before _ -> BEFORE;
            case Period.Between _ -> BETWEEN;
        };
    }

    static When of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElse(EVER);
    }

    static List<Field.Choice> choices() {
        return Stream.of(values())
                .map(each -> new Field.Choice(each.toString(), each.words))
                .toList();
    }

    /// As fields send it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
