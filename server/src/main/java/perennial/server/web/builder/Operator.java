package perennial.server.web.builder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import perennial.core.segment.SegmentFault;
import perennial.core.selection.Condition;

/// How the value of a trait compares, in words.
enum Operator {
    IS("=", "is"),
    IS_NOT("!=", "is another than"),
    LESS("<", "is less than"),
    AT_MOST("<=", "is at most"),
    MORE(">", "is more than"),
    AT_LEAST(">=", "is at least"),
    ONE_OF("in", "is one of"),
    CONTAINS("contains", "contains"),
    BEGINS("starts-with", "begins with"),
    KNOWN("exists", "is known");

    private final String sign;
    private final String words;

    Operator(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /// As the text of a segment and fields write it.
    String sign() {
        return sign;
    }

    static Operator of(String sign) {
        return Arrays.stream(values())
                .filter(each -> each.sign.equals(sign))
                .findFirst()
                .orElseThrow(() ->
                        new SegmentFault("\"" + sign + "\" is no way to compare a trait; choose one of the list"));
    }

    static Operator of(Condition.Test test) {
        return switch (test) {
            case Condition.Compare compare -> of(compare.operator().toString());
            case Condition.In _ -> ONE_OF;
            case Condition.Contains _ -> CONTAINS;
            case Condition.StartsWith _ -> BEGINS;
            case Condition.Exists _ -> KNOWN;
        };
    }

    static List<Field.Choice> choices() {
        return Stream.of(values())
                .map(each -> new Field.Choice(each.sign, each.words))
                .toList();
    }
}
