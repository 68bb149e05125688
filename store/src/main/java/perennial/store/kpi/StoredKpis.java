package perennial.store.kpi;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import perennial.core.kpi.Kpi;
import perennial.core.kpi.SavedKpis;
import perennial.store.Definitions;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import perennial.store.json.Json;

/// The KPIs of a workspace, each a document such as `{"formula":"a / b","unit":"percent"}`. Saving makes a new version,
/// so does deleting; no version ever changes or goes.
public final class StoredKpis implements SavedKpis {
    private static final String KIND = "kpi";
    private static final String FORMULA = "formula";
    private static final String UNIT = "unit";

    private final Workspace workspace;

    public StoredKpis(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Optional<Saved> find(String name) {
        return all().stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    @Override
    public List<String> names() {
        return all().stream().map(Saved::name).toList();
    }

    /// The newest version of each that is not deleted, by name.
    public List<Saved> all() {
        return workspace.read("reading the saved KPIs", connection -> {
            var newest = new TreeMap<String, Definitions.Version>();
            new Definitions(connection, KIND).versions().forEach(version -> newest.put(version.name(), version));
            return newest.values().stream()
                    .flatMap(
                            version -> version
                                    .document()
                                    .map(document -> new Saved(version.name(), version.number(), read(document)))
                                    .stream())
                    .toList();
        });
    }

    private static Kpi read(Json.Object document) {
        return Kpi.parse(text(document, FORMULA), Kpi.Unit.of(text(document, UNIT)));
    }

    private static String text(Json.Object document, String field) {
        return document.field(field)
                .map(value -> ((Json.Text) value).value())
                .orElseThrow(() -> new StoreFailure(
                        "A saved KPI lacks \"" + field + "\"; it was changed by hand or damaged. Restore a backup."));
    }

    /// Saves a KPI as the next version under a name; the number of the version. What is saved already is not saved
    /// again.
    public int save(String name, Kpi kpi) {
        Optional<Saved> found = find(name);
        if (found.isPresent() && found.get().kpi().equals(kpi)) {
            return found.get().version();
        }
        var fields = new TreeMap<String, Json>();
        fields.put(FORMULA, new Json.Text(kpi.toString()));
        fields.put(UNIT, new Json.Text(kpi.unit().toString()));
        return workspace.change(
                "saving KPI \"" + name + "\"",
                connection -> new Definitions(connection, KIND)
                        .save(name, new Json.Object(fields), workspace.clock().millis()));
    }

    /// Deletes a KPI by a version that says so; its number.
    public int delete(String name) {
        return workspace.change(
                "deleting KPI \"" + name + "\"",
                connection -> new Definitions(connection, KIND)
                        .remove(name, workspace.clock().millis()));
    }
}
