package perennial.server.web.builder;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a row says of somebody: its first field, in words.
enum Kind {
    TRAIT("has the trait"),
    DID("did"),
    FIRST("did for the first time"),
    INACTIVE("is inactive for"),
    IN_LIFE("is in a life"),
    ENDED("ended a life"),
    BACK("was won back"),
    SCORE("scores by"),
    SEGMENT("is in the segment"),
    TEXT("is, as text,");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    static List<Field.Choice> choices() {
        return Stream.of(values())
                .map(kind -> new Field.Choice(kind.toString(), kind.words))
                .toList();
    }

    /// As fields send it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
