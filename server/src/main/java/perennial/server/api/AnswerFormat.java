package perennial.server.api;

import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import perennial.core.question.Asked;
import perennial.core.question.People;
import perennial.store.answer.CsvAnswer;
import perennial.store.answer.JsonAnswer;
import perennial.store.answer.Sheet;
import perennial.store.json.Json;

/// How an answer is written: as on the command line.
public enum AnswerFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(new MediaType(MediaType.valueOf("text/csv"), StandardCharsets.UTF_8));

    private final MediaType type;

    AnswerFormat(MediaType type) {
        this.type = type;
    }

    /// The format of this name.
    ///
    /// @throws IllegalArgumentException if there is none
    static AnswerFormat of(String name) {
        return switch (name) {
            case "json" -> JSON;
            case "csv" -> CSV;
            default -> throw new IllegalArgumentException("\"" + name + "\" is no format; choose json or csv");
        };
    }

    public ResponseEntity<String> answer(Asked asked) {
        return written(out -> {
            switch (this) {
                case JSON -> JsonAnswer.write(asked, out);
                case CSV -> CsvAnswer.write(asked.rows(), out);
            }
        });
    }

    public ResponseEntity<String> answer(People people) {
        return written(out -> {
            switch (this) {
                case JSON -> JsonAnswer.write(people, out);
                case CSV -> CsvAnswer.write(people, out);
            }
        });
    }

    public ResponseEntity<String> answer(Sheet<?> sheet) {
        return written(out -> {
            switch (this) {
                case JSON -> sheet.writeJson(out);
                case CSV -> sheet.writeCsv(out);
            }
        });
    }

    /// A value of its own shape, which is JSON.
    static ResponseEntity<String> answer(Json value) {
        return JSON.answer(value.text() + "\n");
    }

    /// A text that is written so already.
    ResponseEntity<String> answer(String text) {
        return head().body(text);
    }

    /// Answers are not kept on the way: the next one may be another.
    ResponseEntity.BodyBuilder head() {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore());
    }

    private ResponseEntity<String> written(Consumer<Writer> writing) {
        var out = new StringWriter();
        writing.accept(out);
        return answer(out.toString());
    }
}
