package perennial.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import perennial.core.question.Option;
import perennial.store.json.Json;

/// The addresses as OpenAPI 3.1 describes them.
final class OpenApi {
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    private OpenApi() {}

    static Json document() {
        SortedMap<String, Json> paths = new TreeMap<>();
        for (Address address : Addresses.all()) {
            SortedMap<String, Json> methods = paths.get(address.path()) instanceof Json.Object(var known)
                    ? new TreeMap<>(known)
                    : new TreeMap<>();
            methods.put(address.method(), operation(address));
            paths.put(address.path(), new Json.Object(methods));
        }
        return object(Map.of(
                "openapi", text("3.1.0"),
                "info",
                        object(Map.of(
                                "title", text("Perennial"),
                                "version", text("1"),
                                "description", text("Answers as the command line writes them with --json."))),
                "paths", new Json.Object(paths),
                "components",
                        object(Map.of(
                                "securitySchemes",
                                object(Map.of(
                                        "key", object(Map.of("type", text("http"), "scheme", text("bearer")))))))));
    }

    private static Json operation(Address address) {
        SortedMap<String, Json> operation = new TreeMap<>();
        operation.put("summary", text(address.does()));
        operation.put("description", text(address.key()));
        operation.put(
                "security",
                new Json.Array(address.scope().stream()
                        .map(scope -> object(Map.of("key", list(text(scope.toString())))))
                        .toList()));
        List<Json> parameters = new ArrayList<>();
        Matcher path = IN_PATH.matcher(address.path());
        while (path.find()) {
            parameters.add(parameter(path.group(1), "path", "", true, object(Map.of("type", text("string")))));
        }
        address.parameters().forEach(option -> parameters.add(parameter(option)));
        operation.put("parameters", new Json.Array(parameters));
        address.body()
                .ifPresent(what -> operation.put(
                        "requestBody",
                        object(Map.of(
                                "required",
                                Json.Literal.TRUE,
                                "description",
                                text(what),
                                "content",
                                content(Stream.of("text/plain"))))));
        operation.put(
                "responses",
                object(Map.of(
                        "200",
                        object(Map.of(
                                "description", text("The answer."), "content", content(address.answers().stream()))),
                        "default",
                        object(Map.of(
                                "description",
                                text("What is wrong, in a sentence (RFC 9457)."),
                                "content",
                                content(Stream.of("application/problem+json")))))));
        return new Json.Object(operation);
    }

    private static Json parameter(Option option) {
        SortedMap<String, Json> schema = new TreeMap<>();
        boolean isChoice = option.values().matches("[a-z0-9-]+(\\|[a-z0-9-]+)+");
        schema.put("type", text(option.isFlag() ? "boolean" : "string"));
        if (isChoice) {
            schema.put("enum", Json.texts(List.of(option.values().split("\\|"))));
        }
        if (!option.byDefault().isEmpty()) {
            schema.put("default", text(option.byDefault()));
        }
        Json one = new Json.Object(schema);
        return parameter(
                option.name(),
                "query",
                option.help() + (isChoice || option.isFlag() ? "" : " (" + option.values() + ")"),
                option.isRequired(),
                option.isRepeatable() ? object(Map.of("type", text("array"), "items", one)) : one);
    }

    private static Json parameter(String name, String in, String description, boolean isRequired, Json schema) {
        SortedMap<String, Json> parameter = new TreeMap<>();
        parameter.put("name", text(name));
        parameter.put("in", text(in));
        parameter.put("schema", schema);
        if (!description.isEmpty()) {
            parameter.put("description", text(description));
        }
        if (isRequired) {
            parameter.put("required", Json.Literal.TRUE);
        }
        return new Json.Object(parameter);
    }

    private static Json content(Stream<String> types) {
        SortedMap<String, Json> content = new TreeMap<>();
        types.forEach(type -> content.put(type, object(Map.of())));
        return new Json.Object(content);
    }

    private static Json object(Map<String, Json> fields) {
        return new Json.Object(new TreeMap<>(fields));
    }

    private static Json list(Json value) {
        return new Json.Array(List.of(value));
    }

    private static Json text(String text) {
        return new Json.Text(text);
    }
}
