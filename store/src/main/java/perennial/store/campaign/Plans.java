package perennial.store.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Stage;
import perennial.core.campaign.Versions;
import perennial.core.history.History;
import perennial.store.Definitions;
import perennial.store.Sql;
import perennial.store.Workspace;

/// What is planned: each campaign with its plan, in versions that stay, and how far it is on its way.
public final class Plans {
    private static final String KIND = "campaign";

    private final Workspace workspace;

    Plans(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Where one was from when on.
    private record Step(Stage stage, Instant from) {}

    /// All, by name.
    public List<Campaign> all() {
        return workspace.read("reading the campaigns", Plans::all);
    }

    static List<Campaign> all(DuckDBConnection connection) throws SQLException {
        Map<String, List<Step>> steps = steps(connection);
        var campaigns = new TreeMap<String, Campaign>();
        for (Definitions.Version version : new Definitions(connection, KIND).versions()) {
            List<Step> taken = steps.getOrDefault(version.name(), List.of());
            version.document()
                    .ifPresent(document -> campaigns.put(
                            version.name(),
                            new Campaign(
                                    PlanDocument.read(document),
                                    version.number(),
                                    taken.isEmpty()
                                            ? Stage.DRAFT
                                            : taken.getLast().stage(),
                                    taken.stream().map(Step::from).findFirst(),
                                    version.created())));
        }
        return List.copyOf(campaigns.values());
    }

    private static Map<String, List<Step>> steps(DuckDBConnection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("campaign/stages"))) {
            Map<String, List<Step>> steps = new LinkedHashMap<>();
            while (rows.next()) {
                steps.computeIfAbsent(rows.getString("campaign"), _ -> new ArrayList<>())
                        .add(new Step(Stage.of(rows.getString("stage")), Instant.ofEpochMilli(rows.getLong("at_ms"))));
            }
            return steps;
        }
    }

    public Optional<Campaign> find(String name) {
        return find(all(), name);
    }

    private static Optional<Campaign> find(List<Campaign> all, String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// The one of this name.
    ///
    /// @throws BadPlan naming all, if there is none
    public Campaign named(String name) {
        List<Campaign> all = all();
        return find(all, name)
                .orElseThrow(() -> new BadPlan(
                        "name",
                        "There is no campaign \"" + name + "\"; there are: "
                                + String.join(
                                        ", ", all.stream().map(Campaign::name).toList())));
    }

    /// All versions of a plan.
    ///
    /// @throws BadPlan naming all, if there is none of this name
    public Versions versions(String name) {
        List<Versions.Version> versions =
                workspace
                        .read("reading a campaign", connection -> new Definitions(connection, KIND).versions())
                        .stream()
                        .filter(version -> version.name().equals(name))
                        .flatMap(version -> version.document().stream()
                                .map(document -> new Versions.Version(
                                        version.number(), PlanDocument.read(document), version.created())))
                        .toList();
        return versions.isEmpty() ? versions(named(name).name()) : new Versions(versions);
    }

    /// Keeps a plan as the next version; what is kept already is not kept again.
    ///
    /// @throws BadPlan if it cannot be carried out
    public Campaign save(Plan plan, History history) {
        check(plan, history);
        Optional<Campaign> known = find(plan.name());
        if (known.filter(each -> each.plan().equals(plan)).isEmpty()) {
            known.filter(each -> each.isOver(workspace.clock().instant())).ifPresent(over -> {
                throw new BadPlan("name", "Campaign \"" + over.name() + "\" is over; plan another under another name");
            });
            workspace.change(
                    "saving campaign \"" + plan.name() + "\"",
                    connection -> new Definitions(connection, KIND)
                            .save(
                                    plan.name(),
                                    PlanDocument.write(plan),
                                    workspace.clock().millis()));
        }
        return named(plan.name());
    }

    /// Tells now of what a plan could only fail for at its launch.
    ///
    /// @throws BadPlan if it cannot be carried out
    public void check(Plan plan, History history) {
        plan.assignment();
        requireReadable("audience", plan.audience(), history);
        plan.exclusions().consent().ifPresent(segment -> requireReadable("consent", segment, history));
        plan.treatments().stream()
                .flatMap(each -> each.offers().stream())
                .flatMap(rule -> rule.segment().stream())
                .forEach(segment -> requireReadable("treatments", segment, history));
        if (!plan.isCsv() && new Webhooks(workspace).find(plan.channel()).isEmpty()) {
            throw new BadPlan("channel", "There is no webhook \"" + plan.channel() + "\"; make it first, or use csv");
        }
    }

    private static void requireReadable(String field, String segment, History history) {
        try {
            history.segments().read(segment);
        } catch (IllegalArgumentException fault) {
            throw new BadPlan(field, String.valueOf(fault.getMessage()));
        }
    }
}
