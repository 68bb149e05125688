package perennial.app.show;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import perennial.store.answer.Sheet;
import perennial.store.answer.Sheet.Value;

/// A sheet for reading: a heading, a line for each thing. Columns that say nothing are left out.
public record SheetTable<T>(Sheet<T> sheet) {

    public void print(Screen screen, PrintWriter out) {
        var table = new Table(sheet.columns().stream().map(this::column).toList());
        table.wrapped(screen.width()).forEach(line -> out.println(line.stripTrailing()));
    }

    private Table.Column column(Sheet.Column<T> column) {
        List<Value> values = sheet.things().stream().map(column.value()).toList();
        return new Table.Column(
                column.name().replace('_', ' '),
                values.stream().map(this::shown).toList(),
                values.stream().anyMatch(SheetTable::isNumber));
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Share;
    }

    private String shown(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> Numbers.whole(number);
            case Value.Share(double share) -> Numbers.percent(share);
            case Value.Flag(boolean holds) -> holds ? "yes" : "";
            case Value.Time(Optional<Instant> time) -> time.map(this::shown).orElse("");
            case Value.Texts(List<String> texts) -> String.join(", ", texts);
        };
    }

    private String shown(Instant time) {
        return LocalDateTime.ofInstant(time, sheet.zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }
}
