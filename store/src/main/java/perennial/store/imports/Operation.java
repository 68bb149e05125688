package perennial.store.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import perennial.store.json.Json;

/// How a trait comes by its new value from the one it has.
public enum Operation {
    /// A number is added; where there is none, to 0.
    ADD,
    /// Values go to the end of its list.
    APPEND,
    /// Values go to the start of its list.
    PREPEND,
    /// Values that its list lacks go to the end of it.
    UNION,
    /// Values are taken out of its list.
    REMOVE,
    /// All traits there are lose their values, whatever the name.
    CLEAR;

    private static final Pattern COUNTABLE = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?");
    private static final int LONGEST_NUMBER = 40;

    /// The value after.
    ///
    /// @param operand a number for [#ADD]; else a value, or a list of values
    public Json after(Optional<Json> before, Json operand) {
        List<Json> list = before.map(Operation::list).orElse(List.of());
        List<Json> values = list(operand);
        return switch (this) {
            case CLEAR -> Json.Literal.NULL;
            case ADD -> sum(before, operand);
            case APPEND -> joined(list, values);
            case PREPEND -> joined(values, list);
            case UNION ->
                joined(
                        list,
                        values.stream()
                                .filter(value -> !list.contains(value))
                                .distinct()
                                .toList());
            case REMOVE ->
                new Json.Array(
                        list.stream().filter(value -> !values.contains(value)).toList());
        };
    }

    private static Json sum(Optional<Json> before, Json operand) {
        BigDecimal sum = before.flatMap(value -> number(value.text()))
                .orElse(BigDecimal.ZERO)
                .add(number(operand.text()).orElse(BigDecimal.ZERO));
        return new Json.Number(sum.toPlainString());
    }

    /// A number of a size that anybody counts to; none if it is none. Longer ones would take long to add.
    private static Optional<BigDecimal> number(String text) {
        return text.length() <= LONGEST_NUMBER && COUNTABLE.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static Json joined(List<Json> one, List<Json> other) {
        return new Json.Array(Stream.concat(one.stream(), other.stream()).toList());
    }

    private static List<Json> list(Json value) {
        return value instanceof Json.Array(List<Json> values) ? values : List.of(value);
    }

    /// What each of some fields does to the trait of its name.
    ///
    /// @throws Refused if what is to be added is no number
    List<Fact> of(String subject, String id, Fields fields) throws Refused {
        List<Fact> facts = new ArrayList<>();
        for (var field : fields.object().fields().entrySet()) {
            String name = field.getKey();
            Json operand = field.getValue();
            if (this == ADD && number(JsonLine.plain(operand)).isEmpty()) {
                throw new Refused(
                        fields.path() + name,
                        operand.text(),
                        Reason.BAD_NUMBER,
                        "\"" + Refused.shown(JsonLine.plain(operand)) + "\" is no number to add to \"" + name
                                + "\"; send one such as 1 or -2.5");
            }
            String text = this == ADD ? JsonLine.plain(operand) : operand.text();
            facts.add(new Fact.Change(subject, id, name, this, text));
        }
        return facts;
    }
}
