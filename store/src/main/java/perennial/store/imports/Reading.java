package perennial.store.imports;

import perennial.store.json.Json;

/// How the rows of an import are read: by columns that the user named, or as the export of a tool that is known.
public sealed interface Reading permits Mapping, Export {
    /// As it is kept with the import.
    Json.Object json();

    /// The field that holds the message id, to name it in a sentence.
    String messageIdField();
}
