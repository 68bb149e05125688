package perennial.store.imports;

import java.util.List;
import perennial.store.json.Json;

/// Finds the account that pays among the groups and properties of a tool's events.
record Accounts(List<String> kinds, boolean isNamed) {
    private static final List<String> USUAL = List.of("company", "organization", "account");

    Accounts(Export export) {
        this(export.customer().map(List::of).orElse(USUAL), export.customer().isPresent());
    }

    /// The account of an event; empty if it names none.
    String of(Fields groups, Fields properties) throws Refused {
        for (String kind : kinds) {
            String account = alone(groups, kind);
            if (!account.isEmpty()) {
                return account;
            }
        }
        return of(properties);
    }

    /// The account of an event of a tool without groups: a property, if the user named it.
    String of(Fields properties) throws Refused {
        return isNamed ? alone(properties, kinds.getFirst()) : "";
    }

    /// The account of an event of a tool that writes groups as lists among the properties.
    String listed(Fields properties) throws Refused {
        for (String kind : kinds) {
            if (isNamed || properties.object().field(kind).orElse(Json.Literal.NULL) instanceof Json.Array) {
                String account = alone(properties, kind);
                if (!account.isEmpty()) {
                    return account;
                }
            }
        }
        return "";
    }

    boolean isAccount(String kind) {
        return kinds.contains(kind);
    }

    /// A value, or the first of a list of them.
    private static String alone(Fields fields, String name) throws Refused {
        if (fields.object().field(name).orElse(Json.Literal.NULL) instanceof Json.Array(List<Json> values)) {
            return values.isEmpty() ? "" : Values.id(fields.path() + name, JsonLine.plain(values.getFirst()));
        }
        return fields.text(name);
    }
}
