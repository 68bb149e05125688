package perennial.store.ingest;

import java.util.Locale;

/// How a call fared, counted by source and day. A call can count under several.
public enum Quality {
    STORED("events and facts stored"),
    DUPLICATE("known already under their message id, left out"),
    CONFLICTING("their message id was used before with other content; the first copy stays"),
    ERASED("their person was erased; nothing of them is kept"),
    REFUSED("could not be stored; the newest are kept to look at"),
    LATE("happened more than a day before they were received"),
    FUTURE("happened more than five minutes after they were received"),
    CLOCK_SKEWED("sent by a clock that is wrong by more than a minute; their times were corrected");

    private final String meaning;

    Quality(String meaning) {
        this.meaning = meaning;
    }

    /// Half a sentence for documents.
    public String meaning() {
        return meaning;
    }

    /// The stable code, such as `clock_skewed`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
