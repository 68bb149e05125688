package perennial.server.campaign;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.campaign.Campaigns;
import perennial.store.campaign.PlanDocument;
import perennial.store.campaign.Webhook;
import perennial.store.view.Views;

/// Customers `c1` and so on, who bought boots in January and have not been there since, and a campaign that has them
/// buy again.
public final class Lapsed {
    public static final String CAMPAIGN = "spring";

    private Lapsed() {}

    /// Makes a workspace with so many.
    public static void make(Path directory, int customers, Clock clock) {
        try (var workspace = Workspace.create(directory, Settings.standard("test"), clock)) {
            workspace.change("telling the history", connection -> {
                try (var statement = connection.createStatement()) {
                    for (String sql : Sql.statements(Sql.text(Lapsed.class, "lapsed"))) {
                        statement.execute(sql.replace("$customers", String.valueOf(customers)));
                    }
                }
                return customers;
            });
        }
    }

    /// Makes the webhook of the campaign.
    public static Webhook webhook(Campaigns campaigns, URI address, int perSecond) {
        return campaigns.webhooks().save("crm", address, perSecond, true);
    }

    /// A plan to write to all, with a fifth held out.
    public static String plan() {
        return """
                {"name":"spring","objective":{"did":"Order Completed"},"audience":"did \\"Opened\\"","holdout":0.2,
                 "treatments":[{"name":"letter","share":1,"offers":[
                   {"offer":{"name":"discount","text":"20 % off","cost":3,"codes":{"generated":"SPRING-"}}}]}],
                 "costPerContact":0.5,"channel":"crm"}
                """;
    }

    /// Launches it on a workspace that nobody has open.
    public static void launch(Path directory, URI address, int perSecond, Clock clock) {
        launch(plan(), directory, address, perSecond, clock);
    }

    /// Launches another plan of this name.
    static void launch(String plan, Path directory, URI address, int perSecond, Clock clock) {
        try (var workspace = Workspace.open(directory, clock);
                var views = new Views(workspace)) {
            var campaigns = new Campaigns(workspace);
            webhook(campaigns, address, perSecond);
            var history = views.history(Unit.CUSTOMER).asOf(clock.millis());
            campaigns.plans().save(PlanDocument.read(plan), history);
            campaigns.launch(CAMPAIGN, history);
        }
    }
}
