package perennial.store.imports;

import java.util.Optional;
import perennial.core.selection.Condition;
import perennial.store.json.Json;

/// Maps the rows of a tool's export. Used by one thread.
final class ShapeMapper implements RowMapper {
    private final Shape shape;
    private final ObjectReader reader;
    private final Optional<Condition> where;
    private final ContentHash hash;

    ShapeMapper(ImportPlan plan, Shape shape, ObjectReader reader) {
        this.shape = shape;
        this.reader = reader;
        where = plan.where();
        hash = new ContentHash(plan.source());
    }

    @Override
    public Optional<MappedRow> map(Raw raw) throws Refused {
        Json.Object row = reader.read(raw);
        boolean isWanted = where.isEmpty()
                || where.get()
                        .matches(name ->
                                JsonLine.at(row, name).map(JsonLine::plain).filter(text -> !text.isEmpty()));
        return isWanted
                ? Optional.of(hash.identified(Placeholders.removed(settled(shape.row(raw.line(), Fields.of(row))))))
                : Optional.empty();
    }

    /// Rows of a file come in any order, so that what is done to a trait tells nothing of its value.
    private static MappedRow settled(MappedRow row) throws Refused {
        for (Fact fact : row.facts()) {
            if (fact instanceof Fact.Change change) {
                throw new Refused(
                        change.name(),
                        change.operand(),
                        Reason.BAD_FIELD,
                        "\"" + Refused.shown(change.name())
                                + "\" is told by an operation, which a client may send but a file may not hold; give"
                                + " the value itself");
            }
        }
        return row;
    }
}
