package perennial.core.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.core.selection.Condition;
import perennial.core.selection.SelectionParser;

/// Ordered rules: the first whose condition a visit fulfils names its channel. The text form has one rule a line:
///
/// ```
/// # Ours first.
/// newsletter: utm_source = weekly-plants
/// email:      utm_medium in (email, e-mail)
/// direct:     *
/// ```
///
/// `*` is any visit. Letters count the same large or small, on both sides. What no rule names is [#UNNAMED].
public record Channels(List<Rule> rules) {
    /// The channel of what no rule names.
    public static final String UNNAMED = "(none)";

    /// One rule; its condition is in small letters.
    public record Rule(String channel, Condition condition) {
        public Rule {
            condition = inSmallLetters(condition);
        }

        @Override
        public String toString() {
            return channel + ": " + (condition.equals(ANY) ? "*" : condition);
        }
    }

    private static final Condition ANY = new Condition.All(List.of());

    public Channels {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("There is no rule; give at least one, such as \"direct: *\"");
        }
    }

    /// The rules of a workspace that has none of its own.
    public static Channels standard() {
        return StandardChannels.RULES;
    }

    /// Reads the text form; lines that are empty or begin with `#` are passed over.
    ///
    /// @throws BadChannels naming the line and what is wrong with it
    public static Channels parse(String text) {
        List<Rule> rules = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new BadChannels(
                        i + 1, "\"" + line + "\" is no rule; write one such as \"email: utm_medium = email\"");
            }
            rules.add(new Rule(
                    line.substring(0, colon).strip(),
                    condition(line.substring(colon + 1).strip(), i + 1)));
        }
        if (rules.isEmpty()) {
            throw new BadChannels(lines.size(), "there is no rule; give at least one, such as \"direct: *\"");
        }
        return new Channels(rules);
    }

    private static Condition condition(String text, int line) {
        try {
            return text.equals("*") ? ANY : SelectionParser.condition(text);
        } catch (IllegalArgumentException unreadable) {
            throw new BadChannels(line, String.valueOf(unreadable.getMessage()));
        }
    }

    /// The channel of a visit; `values` gives the text under the name of a property, or nothing.
    public String of(Function<String, Optional<String>> values) {
        return rules.stream()
                .filter(rule ->
                        rule.condition().matches(name -> values.apply(name).map(Channels::small)))
                .map(Rule::channel)
                .findFirst()
                .orElse(UNNAMED);
    }

    private static Condition inSmallLetters(Condition condition) {
        return switch (condition) {
            case Condition.Compare(String name, Condition.Operator operator, String to) ->
                new Condition.Compare(name, operator, small(to));
            case Condition.In(String name, List<String> choices) ->
                new Condition.In(name, choices.stream().map(Channels::small).toList());
            case Condition.Contains(String name, String part) -> new Condition.Contains(name, small(part));
            case Condition.StartsWith(String name, String prefix) -> new Condition.StartsWith(name, small(prefix));
            case Condition.Exists exists -> exists;
            case Condition.All(List<Condition> of) ->
                new Condition.All(of.stream().map(Channels::inSmallLetters).toList());
            case Condition.Any(List<Condition> of) ->
                new Condition.Any(of.stream().map(Channels::inSmallLetters).toList());
            case Condition.Not(Condition of) -> new Condition.Not(inSmallLetters(of));
        };
    }

    /// A value as the rules see it.
    public static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// The text form; reading it back gives equal rules.
    @Override
    public String toString() {
        return rules.stream().map(Rule::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
