package perennial.store.imports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A column to keep as property or trait of the same name. Without a type, CSV columns are guessed over the whole
/// file; other formats bring their own types.
public record Field(String column, Optional<FieldType> type) {
    private static final Pattern TYPED = Pattern.compile("(.+):(text|number|boolean|json)");

    /// Reads `COL` or `COL:TYPE`. A colon before anything but a type belongs to the column's name.
    public static Field parse(String text) {
        Matcher typed = TYPED.matcher(text);
        return typed.matches()
                ? new Field(typed.group(1), Optional.of(FieldType.of(typed.group(2))))
                : new Field(text, Optional.empty());
    }

    @Override
    public String toString() {
        return column + type.map(each -> ":" + each).orElse("");
    }
}
