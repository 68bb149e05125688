package perennial.server.web.builder;

import java.util.List;
import java.util.Optional;
import perennial.core.segment.Segment;

/// A part of a segment: a condition as a row of fields, or a group of parts under what joins them.
///
/// @param path where it stands, under which its fields are sent
/// @param means the part itself; empty of a group without parts
/// @param fields of a condition, or the one that says how a group is joined
/// @param of the parts of a group
/// @param address of the segment that a condition names
/// @param count who remains after it, or fulfils it
public record Part(
        String path,
        Optional<Segment> means,
        boolean isGroup,
        List<Field> fields,
        List<Part> of,
        Optional<String> address,
        Optional<String> count) {

    /// The same with other parts, which have counts.
    public Part with(List<Part> counted) {
        return new Part(path, means, isGroup, fields, counted, address, count);
    }

    /// The same with a count.
    public Part with(String known) {
        return new Part(path, means, isGroup, fields, of, address, Optional.of(known));
    }

    /// How a group is joined.
    public Join join() {
        return Join.of(fields.getFirst().value());
    }

    /// How many parts it has, those of its groups included.
    public int size() {
        return of.stream().mapToInt(part -> 1 + part.size()).sum();
    }
}
