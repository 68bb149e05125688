package perennial.server.web.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A sentence of which some parts, the figures, are strong.
public record Sentence(List<Part> parts) {
    /// @param isStrong whether it is a figure
    public record Part(String text, boolean isStrong) {}

    public Sentence {
        parts = List.copyOf(parts);
    }

    /// Of a text whose strong parts stand in `*…*`, such as `*2.7%* had left`.
    public static Sentence of(String marked) {
        String[] texts = marked.split("\\*", -1);
        return new Sentence(Stream.iterate(0, i -> i < texts.length, i -> i + 1)
                .filter(i -> !texts[i].isEmpty())
                .map(i -> new Part(texts[i], i % 2 == 1))
                .toList());
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
