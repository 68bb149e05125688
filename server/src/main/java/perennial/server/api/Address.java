package perennial.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.question.Option;
import perennial.store.access.Scope;

/// An address of the API as its description shows it.
///
/// @param method in lower case
/// @param scope of the key it needs, if it needs one
/// @param does in one sentence
/// @param parameters of the query; those within braces in the path are known from it
/// @param body what is sent, if something is
/// @param answers media types of the answer
record Address(
        String method,
        String path,
        Optional<Scope> scope,
        String does,
        List<Option> parameters,
        Optional<String> body,
        List<String> answers) {
    private static final String JSON = "application/json";

    static Address get(String path, Scope scope, String does, Option... parameters) {
        return of("get", path, scope, does, parameters);
    }

    static Address of(String method, String path, Scope scope, String does, Option... parameters) {
        return new Address(
                method, path, Optional.of(scope), does, List.of(parameters), Optional.empty(), List.of(JSON));
    }

    /// One that needs no key.
    static Address open(String method, String path, String does) {
        return new Address(method, path, Optional.empty(), does, List.of(), Optional.empty(), List.of(JSON));
    }

    /// Which key it needs, in a sentence.
    String key() {
        return scope.map(each -> "Needs a key with the scope " + each + ".").orElse("Needs no key.");
    }

    /// The same, with something to send.
    Address sending(String what) {
        return new Address(method, path, scope, does, parameters, Optional.of(what), answers);
    }

    /// The same, answered in another type instead.
    Address answering(String... types) {
        return new Address(method, path, scope, does, parameters, body, List.of(types));
    }

    /// The same, with further parameters.
    Address with(List<Option> more) {
        List<Option> all = new ArrayList<>(parameters);
        all.addAll(more);
        return new Address(method, path, scope, does, all, body, answers);
    }

    /// The same, answered as JSON or CSV by choice.
    Address inBothFormats() {
        return with(List.of(new Option("format", "json|csv", "json", "How the answer is written.")))
                .answering(JSON, "text/csv");
    }
}
