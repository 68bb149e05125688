package perennial.server.web.segment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import perennial.core.segment.Segment;

/// A part of a segment: a condition in words, or a group of parts under what joins them.
///
/// @param address of the segment that the condition names
/// @param of the parts of a group; none of a condition
/// @param count who remains after it, or fulfils it
public record Part(String words, Optional<String> address, List<Part> of, Optional<String> count) {
    static Part of(Segment segment) {
        return switch (segment) {
            case Segment.All(var of) -> group("all of these", of);
            case Segment.Any(var of) -> group("any of these", of);
            case Segment.Not(Segment.Any(var of)) -> group("none of these", of);
            case Segment.Not(Segment of) -> group("none of these", List.of(of));
            case Segment.Named(String name) ->
                new Part("in the segment " + name, Optional.of(Address.of(name)), List.of(), Optional.empty());
            case Segment condition -> new Part(condition.toString(), Optional.empty(), List.of(), Optional.empty());
        };
    }

    private static Part group(String heading, List<Segment> of) {
        return new Part(heading, Optional.empty(), of.stream().map(Part::of).toList(), Optional.empty());
    }

    /// The same with a count at each of its parts, as far as there are counts.
    Part counted(List<String> counts) {
        return new Part(
                words,
                address,
                IntStream.range(0, of.size())
                        .mapToObj(i -> i < counts.size() ? of.get(i).with(counts.get(i)) : of.get(i))
                        .toList(),
                count);
    }

    private Part with(String known) {
        return new Part(words, address, of, Optional.of(known));
    }

    public boolean isGroup() {
        return !of.isEmpty();
    }

    /// Whether it says who is not meant.
    public boolean isNone() {
        return isGroup() && words.startsWith("none");
    }
}
