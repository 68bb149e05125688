package perennial.store.goal;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import perennial.store.Definitions;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import perennial.store.json.Json;

/// What numbers are wanted to be: by the name of a number its target, a share as 0..1, each a document such as
/// `{"target":0.03}`. Setting makes a new version, so does taking away; no version ever changes or goes.
public final class StoredGoals {
    private static final String KIND = "goal";
    private static final String TARGET = "target";

    private final Workspace workspace;

    public StoredGoals(Workspace workspace) {
        this.workspace = workspace;
    }

    /// All that are set, by name.
    public Map<String, BigDecimal> all() {
        return workspace.read("reading the goals", connection -> {
            SequencedMap<String, BigDecimal> all = new TreeMap<>();
            new Definitions(connection, KIND).newest().forEach((name, document) -> all.put(name, target(document)));
            return all;
        });
    }

    private static BigDecimal target(Json.Object document) {
        return document.field(TARGET)
                .filter(Json.Number.class::isInstance)
                .map(number -> new BigDecimal(((Json.Number) number).literal()))
                .orElseThrow(() -> new StoreFailure(
                        "A goal lacks its \"target\"; it was changed by hand or damaged. Restore a backup."));
    }

    /// Sets the target of a number, or takes it away; whether that is something new.
    public boolean set(String name, Optional<BigDecimal> target) {
        Optional<BigDecimal> known = Optional.ofNullable(all().get(name));
        boolean isSame = known.isPresent() == target.isPresent()
                && known.filter(each -> each.compareTo(target.orElseThrow()) != 0)
                        .isEmpty();
        if (isSame) {
            return false;
        }
        workspace.change("setting the goal of " + name, connection -> {
            var goals = new Definitions(connection, KIND);
            long now = workspace.clock().millis();
            return target.isPresent() ? goals.save(name, document(target.get()), now) : goals.remove(name, now);
        });
        return true;
    }

    private static Json.Object document(BigDecimal target) {
        return new Json.Object(new TreeMap<>(
                Map.of(TARGET, new Json.Number(target.stripTrailingZeros().toPlainString()))));
    }
}
