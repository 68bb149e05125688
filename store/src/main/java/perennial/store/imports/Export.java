package perennial.store.imports;

import java.util.Optional;
import java.util.TreeMap;
import perennial.store.json.Json;

/// Rows as a tool writes them.
///
/// `customer` names the kind of group, or the property, whose value is the account that pays. Without it the group
/// called company, organization or account is, whichever of them an event has first.
public record Export(Tool tool, Optional<String> customer) implements Reading {
    public static Export of(Tool tool) {
        return new Export(tool, Optional.empty());
    }

    @Override
    public Json.Object json() {
        var fields = new TreeMap<String, Json>();
        fields.put("from", new Json.Text(tool.toString()));
        customer.ifPresent(name -> fields.put("customer", new Json.Text(name)));
        return new Json.Object(fields);
    }

    @Override
    public String messageIdField() {
        return tool.messageIdField();
    }
}
