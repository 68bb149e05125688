package perennial.server.api;

import java.util.List;
import java.util.TreeMap;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;
import perennial.store.json.Json;

/// The catalogue as JSON: what each question answers, and its options.
final class QuestionList {
    private QuestionList() {}

    static Json json() {
        var list = new TreeMap<String, Json>();
        list.put(
                "questions",
                new Json.Array(Catalogue.all().stream().map(QuestionList::json).toList()));
        list.put("common", options(QuestionKind.COMMON));
        return new Json.Object(list);
    }

    private static Json json(QuestionKind kind) {
        var question = new TreeMap<String, Json>();
        question.put("name", new Json.Text(kind.name()));
        question.put("answers", new Json.Text(kind.answers()));
        question.put("options", options(kind.options()));
        question.put("namesPeople", kind.namesPeople() ? Json.Literal.TRUE : Json.Literal.FALSE);
        return new Json.Object(question);
    }

    private static Json options(List<Option> options) {
        return new Json.Array(options.stream().map(QuestionList::json).toList());
    }

    private static Json json(Option option) {
        var fields = new TreeMap<String, Json>();
        fields.put("name", new Json.Text(option.name()));
        fields.put("values", new Json.Text(option.isFlag() ? "true|false" : option.values()));
        fields.put("help", new Json.Text(option.help()));
        fields.put("isRequired", option.isRequired() ? Json.Literal.TRUE : Json.Literal.FALSE);
        fields.put("isRepeatable", option.isRepeatable() ? Json.Literal.TRUE : Json.Literal.FALSE);
        if (!option.byDefault().isEmpty()) {
            fields.put("default", new Json.Text(option.byDefault()));
        }
        option.onlyWith()
                .ifPresent(setting -> fields.put("onlyWith", new Json.Text(setting.option() + "=" + setting.value())));
        return new Json.Object(fields);
    }
}
