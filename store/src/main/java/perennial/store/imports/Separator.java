package perennial.store.imports;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The sign between the cells of a CSV file.
public final class Separator {
    private Separator() {}

    /// Comma, semicolon, tab or bar, whichever the header holds most outside quotes; a comma if that is open.
    public static char of(String header) {
        String plain = header.replaceAll("\"[^\"]*\"", "");
        return (char) IntStream.of(',', ';', '\t', '|')
                .boxed()
                .max(Comparator.comparingLong(
                        sign -> plain.chars().filter(each -> each == sign).count() * 4 + (sign == ',' ? 1 : 0)))
                .orElse((int) ',')
                .intValue();
    }
}
