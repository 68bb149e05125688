package perennial.server.ingest;

import java.util.Locale;

/// Why a whole request was not taken; the message names what is wrong and what to do.
final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    /// What kind of answer it gets.
    enum Kind {
        /// The request cannot be read, and never will be.
        UNREADABLE,
        /// There is no key, or none that may send.
        NO_KEY,
        /// Its body stopped to come; the same over a better line will do.
        STARVED,
        /// It is larger than the limit; smaller pieces will do.
        TOO_LARGE,
        /// Its key sends too much at once; the same later will do.
        TOO_OFTEN,
        /// The server cannot store now; the same a little later will do.
        OVERLOADED
    }

    private final Kind kind;

    Fault(Kind kind, String sentence) {
        super(sentence, null, false, false); // without a stack trace: it is an answer
        this.kind = kind;
    }

    /// The stable code of its kind, such as `too_large`.
    String code() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
