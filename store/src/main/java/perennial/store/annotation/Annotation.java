package perennial.store.annotation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import perennial.store.access.Visible;

/// Something that happened on a day, and that numbers may follow.
///
/// @param day in the zone of the workspace
/// @param text what it was, in a few words
public record Annotation(String id, LocalDate day, Kind kind, String text) {
    private static final int LONGEST = 100;

    /// What there is to note.
    public enum Kind {
        RELEASE,
        PRICE_CHANGE,
        CAMPAIGN,
        OTHER;

        /// The kind of this name.
        ///
        /// @throws IllegalArgumentException naming the choices, if there is none
        public static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no kind of note; choose among "
                            + Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", "))));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Annotation {
        text = text.strip();
        if (!Visible.is(text, LONGEST)) {
            throw new IllegalArgumentException("A note says what happened in 1 to " + LONGEST
                    + " visible characters, such as Prices up by a tenth");
        }
        if (day.getYear() < 1970 || day.getYear() > 9999) {
            throw new IllegalArgumentException("A note is of a day from 1970 on, this one is of " + day);
        }
    }
}
