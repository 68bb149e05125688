package perennial.core.question;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import perennial.core.history.History;
import perennial.core.history.Membership;
import perennial.core.selection.Selection;

/// A word on event names nobody ever did and traits nobody has: they are often misspelt.
///
/// @param events that there are
/// @param traits that there are
public record UnknownNames(SortedSet<String> events, SortedSet<String> traits) {
    /// Names that are in none of these histories are unknown.
    public static UnknownNames in(List<History> histories) {
        var events = new TreeSet<String>();
        var traits = new TreeSet<String>();
        histories.forEach(history -> {
            events.addAll(history.names());
            traits.addAll(history.traitNames());
        });
        return new UnknownNames(events, traits);
    }

    /// Of a segment.
    public List<String> of(Membership segment) {
        return Stream.concat(
                        segment.eventNames().flatMap(name -> event(name).stream()),
                        segment.traitNames().flatMap(name -> trait(name).stream()))
                .toList();
    }

    /// Of selections of events.
    List<String> of(List<Selection> selections) {
        return selections.stream()
                .flatMap(selection -> selection.parts().stream())
                .flatMap(part -> part.name().stream())
                .flatMap(name -> event(name).stream())
                .toList();
    }

    private Optional<String> event(String name) {
        return events.contains(name)
                ? Optional.empty()
                : Optional.of("No event is called \"" + name + "\"; those there are: " + listed(events) + "."
                        + Selection.bracketed(name)
                                .map(meant -> " A condition stands in brackets: \"" + meant + "\".")
                                .orElse(""));
    }

    private Optional<String> trait(String name) {
        return traits.contains(name)
                ? Optional.empty()
                : Optional.of("Nobody has a trait \"" + name + "\"; those there are: " + listed(traits) + ".");
    }

    private static String listed(SortedSet<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
