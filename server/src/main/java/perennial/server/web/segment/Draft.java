package perennial.server.web.segment;

import java.util.Optional;
import perennial.core.segment.Segment;
import perennial.store.segment.SegmentDocument;

/// A segment as somebody writes it.
///
/// @param segment what the text says; empty if there is none yet, or a fault
/// @param fault why it cannot be read
public record Draft(String name, String text, Optional<Segment> segment, Optional<Fault> fault) {
    /// Why a text cannot be read.
    ///
    /// @param place the text with a mark under the place; may be empty
    public record Fault(String sentence, String place) {
        static Fault of(IllegalArgumentException fault) {
            String[] lines = String.valueOf(fault.getMessage()).split("\n", 2);
            return lines.length == 1
                    ? new Fault(lines[0], "")
                    : new Fault(lines[0].replaceFirst(":$", "."), lines[1].replaceAll("(?m)^  ", ""));
        }
    }

    /// Reads what was written, as text or as JSON, on one line or more.
    static Draft of(String name, String text) {
        if (text.isBlank()) {
            return new Draft(name, text, Optional.empty(), Optional.empty());
        }
        try {
            Segment segment = SegmentDocument.parse(text.replaceAll("\\R", " "));
            return new Draft(name, text, Optional.of(segment), Optional.empty());
        } catch (IllegalArgumentException fault) {
            return new Draft(name, text, Optional.empty(), Optional.of(Fault.of(fault)));
        }
    }

    Draft faulty(IllegalArgumentException because) {
        return new Draft(name, text, Optional.empty(), Optional.of(Fault.of(because)));
    }
}
