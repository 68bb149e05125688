package perennial.store.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import perennial.store.json.Json;

/// Reads the first rows of a plan's files without a store.
final class Previews {
    /// Rows looked at, at most, to find those to show.
    private static final int LOOKED_AT = 100_000;

    private Previews() {}

    static Preview of(ImportPlan plan, ResolvedPlan resolved, int count) {
        List<Preview.Line> lines = new ArrayList<>();
        List<Reject> refused = new ArrayList<>();
        long filtered = 0;
        int seen = 0;
        for (int file = 0; file < resolved.parts().size() && lines.size() < count; file++) {
            ResolvedPlan.Part part = resolved.parts().get(file);
            try (RowSource source = part.rows().get()) {
                boolean goesOn = true;
                while (goesOn && lines.size() < count && seen < LOOKED_AT) {
                    List<Raw> raws = new ArrayList<>();
                    goesOn = source.read(raws, 1);
                    seen += raws.size();
                    MappedBatch batch = MappedBatch.of(file, part, raws, !goesOn);
                    filtered += batch.filtered();
                    batch.refusals().forEach(refusal -> refused.add(refusal.reject()));
                    batch.rows()
                            .forEach(row ->
                                    lines.add(new Preview.Line(part.path().toString(), row.line(), text(plan, row))));
                }
            } catch (IOException e) {
                throw InputFile.failure(part.path(), e);
            }
        }
        return new Preview(lines, refused, filtered);
    }

    private static String text(ImportPlan plan, MappedRow row) {
        var fields = new TreeMap<String, Json>();
        put(fields, "source", plan.source());
        put(fields, "messageId", row.messageId());
        put(fields, "visitor", row.visitor());
        put(fields, "user", row.user());
        put(fields, "customer", row.account());
        put(fields, "time", Instant.ofEpochMilli(row.timeMs()).toString());
        put(fields, "event", row.name());
        row.value()
                .ifPresent(value -> fields.put(
                        "value", new Json.Number(value.stripTrailingZeros().toPlainString())));
        put(fields, "currency", row.currency());
        if (!row.properties().isEmpty()) {
            fields.put("properties", Json.parse(row.properties()));
        }
        var traits = new TreeMap<String, Json>();
        List<Json> links = new ArrayList<>();
        for (Fact fact : row.facts()) {
            switch (fact) {
                case Fact.Trait trait -> traits.put(trait.name(), Json.parse(trait.value()));
                case Fact.Change change -> throw new IllegalStateException("Bug: an import holds " + change);
                case Fact.Link link -> links.add(Json.texts(List.of(link.kind(), link.from(), link.to())));
            }
        }
        if (!traits.isEmpty()) {
            fields.put("traits", new Json.Object(traits));
        }
        if (!links.isEmpty()) {
            fields.put("links", new Json.Array(links));
        }
        return new Json.Object(fields).text();
    }

    private static void put(TreeMap<String, Json> fields, String key, String text) {
        if (!text.isEmpty()) {
            fields.put(key, new Json.Text(text));
        }
    }
}
