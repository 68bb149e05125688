package perennial.store.campaign;

import java.net.URI;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.access.Secret;

/// The webhooks of a workspace.
public final class Webhooks {
    private final Workspace workspace;

    public Webhooks(Workspace workspace) {
        this.workspace = workspace;
    }

    public List<Webhook> all() {
        return workspace.read("reading the webhooks", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Sql.text("campaign/webhooks"))) {
                List<Webhook> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(new Webhook(
                            rows.getString("name"),
                            URI.create(rows.getString("url")),
                            rows.getString("secret"),
                            rows.getInt("per_second"),
                            rows.getBoolean("is_private")));
                }
                return all;
            }
        });
    }

    public Optional<Webhook> find(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Keeps one in the place of what had its name, with a new secret.
    ///
    /// @throws BadWebhook if it cannot be
    public Webhook save(String name, URI url, int perSecond, boolean isPrivate) {
        var webhook = new Webhook(name, url, Secret.make().text(), perSecond, isPrivate);
        return workspace.keep("keeping a webhook", connection -> {
            try (var forget = connection.prepareStatement(Sql.text("campaign/forget-webhook"));
                    var note = connection.prepareStatement(Sql.text("campaign/note-webhook"))) {
                forget.setString(1, name);
                forget.execute();
                note.setString(1, name);
                note.setString(2, url.toString());
                note.setString(3, webhook.secret());
                note.setInt(4, perSecond);
                note.setBoolean(5, isPrivate);
                note.setLong(6, workspace.clock().millis());
                note.execute();
            }
            return webhook;
        });
    }
}
