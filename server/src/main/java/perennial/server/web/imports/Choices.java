package perennial.server.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import perennial.store.imports.BadPlan;
import perennial.store.imports.Export;
import perennial.store.imports.Glance;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Mapping;
import perennial.store.imports.Reading;
import perennial.store.imports.Tool;
import perennial.store.imports.Use;

/// How somebody chooses to read a file.
///
/// @param as the tool whose export it is, or [#COLUMNS]
/// @param uses what each column is for, in their order
/// @param eventName of all rows, if no column holds the names
public record Choices(String as, List<Use> uses, String eventName, String timeFormat, String source) {
    /// Read by its columns.
    static final String COLUMNS = "columns";

    public Choices {
        uses = List.copyOf(uses);
    }

    /// What the file itself suggests.
    static Choices guessed(Glance glance) {
        return new Choices(
                glance.tool().map(Tool::toString).orElse(COLUMNS),
                glance.columns().stream().map(Glance.Column::use).toList(),
                "",
                glance.timeFormat().orElse(""),
                ImportPlan.DEFAULT_SOURCE);
    }

    /// What a form says: the use of the n-th column stands under `cN`.
    ///
    /// @throws BadPlan if it says what no form of ours does
    static Choices of(HttpServletRequest request, Glance glance) {
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < glance.columns().size(); i++) {
            String said = text(request, "c" + i);
            uses.add(said.isEmpty() ? glance.columns().get(i).use() : Use.of(said));
        }
        return new Choices(
                text(request, "as"),
                uses,
                text(request, "event-name"),
                text(request, "time-format"),
                text(request, "source"));
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    /// The plan to import a file so.
    ///
    /// @throws BadPlan if something is missing or there twice
    ImportPlan plan(Upload upload) {
        Reading reading = as.equals(COLUMNS) ? mapping(upload.glance()) : Export.of(Tool.of(as));
        ImportPlan plan = new ImportPlan(
                List.of(upload.file()),
                Optional.of(upload.glance().format()),
                Optional.of(reading),
                ImportPlan.DEFAULT_SOURCE,
                Optional.empty());
        return source.isEmpty() ? plan : plan.withSource(source);
    }

    private Mapping mapping(Glance glance) {
        if (glance.columns().stream().allMatch(column -> column.example().isEmpty())) {
            throw new BadPlan(
                    "None of its rows can be read: there is none below the header, or the text is not UTF-8. Save it"
                            + " as UTF-8 and upload it again.");
        }
        if (uses.stream().noneMatch(Use::isId)) {
            throw new BadPlan("Choose the column that says whose events these are: \"" + Use.USER.words() + "\", \""
                    + Use.VISITOR.words() + "\" or \"" + Use.CUSTOMER.words() + "\".");
        }
        if (!uses.contains(Use.TIME)) {
            throw new BadPlan("Choose the column that says when the events happened: \"" + Use.TIME.words() + "\".");
        }
        if (!uses.contains(Use.EVENT) && eventName.isEmpty()) {
            throw new BadPlan("Choose the column that says what happened, \"" + Use.EVENT.words()
                    + "\", or give all rows one name, such as Order Completed.");
        }
        SequencedMap<String, Use> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < uses.size(); i++) {
            byColumn.put(glance.columns().get(i).name(), uses.get(i));
        }
        return Mapping.of(byColumn, given(eventName), given(timeFormat));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }
}
