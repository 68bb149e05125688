package perennial.server.web.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of `docs/glossary.md`: `## Section`, then lines `| **word, other word** | meaning |`.
public final class Glossary {
    private static final Pattern LINE = Pattern.compile("\\| \\*\\*(.+?)\\*\\* \\| (.+) \\|");
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]*\\)");

    /// Columns that are called otherwise than the word that explains them.
    private static final Map<String, String> OF_COLUMNS = Map.of(
            "dau", "active",
            "mau", "active",
            "customers", "customer",
            "ended", "end",
            "bounce_rate", "bounce",
            "at_start", "at risk");

    private static final Glossary READ = read();

    /// A part of the glossary.
    public record Part(String title, List<Term> terms) {}

    private final List<Part> parts;
    private final Map<String, Term> byWord = new LinkedHashMap<>();

    private Glossary(List<Part> parts) {
        this.parts = List.copyOf(parts);
        for (Part part : parts) {
            for (Term term : part.terms()) {
                for (String word : term.word().split(", ")) {
                    byWord.putIfAbsent(word, term);
                }
            }
        }
    }

    private static Glossary read() {
        try (InputStream file = Objects.requireNonNull(Glossary.class.getResourceAsStream("glossary.md"))) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Glossary of(String markdown) {
        List<Part> parts = new ArrayList<>();
        for (String section : markdown.split("(?m)^## ")) {
            List<Term> terms = section.lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Term(line.group(1), plain(line.group(2))))
                    .toList();
            if (!terms.isEmpty()) {
                parts.add(new Part(section.lines().findFirst().orElse("").strip(), terms));
            }
        }
        return new Glossary(parts);
    }

    private static String plain(String markdown) {
        return LINK.matcher(markdown).replaceAll("$1").replaceAll("[*`]", "");
    }

    List<Term> all() {
        return parts.stream().flatMap(part -> part.terms().stream()).toList();
    }

    /// The parts of the document, in their order.
    static List<Part> parts() {
        return READ.parts;
    }

    /// What the column of an answer is about, if it is a word of the glossary: its name, without the s of several.
    public static Optional<Term> ofColumn(String column) {
        String words = OF_COLUMNS.getOrDefault(column, column).replace('_', ' ');
        return List.of(words, words.replaceFirst("e?s$", ""), words.replaceFirst("s$", "")).stream()
                .flatMap(word -> Optional.ofNullable(READ.byWord.get(word)).stream())
                .findFirst();
    }
}
