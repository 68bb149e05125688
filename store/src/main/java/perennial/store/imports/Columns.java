package perennial.store.imports;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import perennial.core.selection.Condition;
import perennial.core.selection.Nearest;

/// The columns of one file, and which of them a mapping means. Every wrong name is found here, before anything is
/// written.
record Columns(Path file, List<String> names) {
    Columns {
        names = List.copyOf(names);
    }

    /// The place of a column.
    ///
    /// @throws BadPlan saying which columns there are, if it is not there or there twice
    int place(String option, String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new BadPlan(option + ": there is no column \"" + name + "\" in " + file + "." + near(name));
        }
        if (names.lastIndexOf(name) != place) {
            throw new BadPlan(option + ": column \"" + name + "\" is there twice in " + file
                    + "; give its columns different names");
        }
        return place;
    }

    /// The place of a column to keep. What follows the last colon of a name that is no column was meant as its type.
    ///
    /// @throws BadPlan as above, or naming the types there are
    int place(String option, Field field) {
        String name = field.column();
        int colon = name.lastIndexOf(':');
        if (colon >= 0 && !names.contains(name) && names.contains(name.substring(0, colon))) {
            try {
                FieldType.of(name.substring(colon + 1));
            } catch (BadPlan noType) {
                throw new BadPlan(option + ": " + noType.getMessage());
            }
        }
        return place(option, name);
    }

    /// The column of a currency, or nothing if the text is a code for all rows.
    Optional<Integer> currency(String columnOrCode) {
        if (!names.contains(columnOrCode) && columnOrCode.matches("[A-Z]{3}")) {
            return Optional.empty();
        }
        if (!names.contains(columnOrCode)) {
            throw new BadPlan(
                    "--currency: \"" + columnOrCode + "\" is no code of three capital letters such as EUR, and"
                            + " there is no such column in " + file + "." + near(columnOrCode));
        }
        return Optional.of(place("--currency", columnOrCode));
    }

    private String near(String name) {
        return Nearest.hint(name, names) + " The columns are: " + String.join(", ", names);
    }

    /// The names that a mapping and a filter speak of.
    static Set<String> named(Mapping mapping, Optional<Condition> where) {
        Set<String> named = new LinkedHashSet<>();
        mapping.user().ifPresent(named::add);
        mapping.visitor().ifPresent(named::add);
        mapping.customer().ifPresent(named::add);
        named.add(mapping.time());
        mapping.event().ifPresent(named::add);
        mapping.value().ifPresent(named::add);
        mapping.currency().ifPresent(named::add);
        mapping.messageId().ifPresent(named::add);
        mapping.properties().forEach(field -> named.add(field.column()));
        mapping.traits().forEach(field -> named.add(field.column()));
        where.ifPresent(condition -> collect(condition, named));
        return named;
    }

    /// The names that a condition speaks of.
    static void collect(Condition condition, Collection<String> into) {
        switch (condition) {
            case Condition.Test test -> into.add(test.name());
            case Condition.All(List<Condition> of) -> of.forEach(each -> collect(each, into));
            case Condition.Any(List<Condition> of) -> of.forEach(each -> collect(each, into));
            case Condition.Not(Condition of) -> collect(of, into);
        }
    }
}
