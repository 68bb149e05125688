package perennial.store.imports;

import java.util.Arrays;
import java.util.Locale;

/// What the cells of a column are, once stored as property or trait.
public enum FieldType {
    TEXT,
    NUMBER,
    BOOLEAN,
    /// Any JSON value; what a nested column of a Parquet file becomes.
    JSON;

    /// The type with this name, such as `number`.
    ///
    /// @throws BadPlan naming the choices, if there is none
    public static FieldType of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadPlan(
                        "\"" + name + "\" is no type of a property; choose one of text, number, boolean, json"));
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
