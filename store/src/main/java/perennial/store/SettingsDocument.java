package perennial.store;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import perennial.core.channel.Channels;
import perennial.core.event.Role;
import perennial.core.workspace.Settings;
import perennial.store.json.Json;

/// Settings as they are kept:
/// `{"currency":"EUR","name":"shop","roles":{"life-end":[…],…},"weekStart":"monday","zone":"Europe/Berlin"}`.
final class SettingsDocument {
    private SettingsDocument() {}

    static String write(Settings settings) {
        var fields = new TreeMap<String, Json>();
        fields.put("name", new Json.Text(settings.name()));
        fields.put("zone", new Json.Text(settings.zone().getId()));
        fields.put("weekStart", new Json.Text(settings.weekStart().name().toLowerCase(Locale.ROOT)));
        fields.put("currency", new Json.Text(settings.currency().getCurrencyCode()));
        var roles = new TreeMap<String, Json>();
        settings.roles().forEach((role, names) -> roles.put(role.toString(), Json.texts(names)));
        fields.put("roles", new Json.Object(roles));
        if (!settings.channels().equals(Channels.standard())) { // so that better standard rules reach old workspaces
            fields.put("channels", new Json.Text(settings.channels().toString()));
        }
        return new Json.Object(fields).text();
    }

    static Settings read(String document) {
        var fields = (Json.Object) Json.parse(document);
        return new Settings(
                text(fields, "name"),
                ZoneId.of(text(fields, "zone")),
                DayOfWeek.valueOf(text(fields, "weekStart").toUpperCase(Locale.ROOT)),
                Currency.getInstance(text(fields, "currency")),
                roles(fields),
                fields.field("channels")
                        .map(rules -> Channels.parse(((Json.Text) rules).value()))
                        .orElseGet(Channels::standard));
    }

    private static String text(Json.Object fields, String key) {
        return fields.field(key)
                .map(value -> ((Json.Text) value).value())
                .orElseThrow(() -> new StoreFailure("The workspace's settings lack \"" + key
                        + "\"; they were changed by hand or damaged. Restore a backup."));
    }

    /// A role that came after the document was written is left out, so that it has its standard names.
    private static Map<Role, List<String>> roles(Json.Object fields) {
        var roles = new EnumMap<Role, List<String>>(Role.class);
        fields.field("roles").ifPresent(kept -> {
            for (Role role : Role.values()) {
                ((Json.Object) kept).field(role.toString()).ifPresent(names -> roles.put(role, texts(names)));
            }
        });
        return roles;
    }

    private static List<String> texts(Json list) {
        return ((Json.Array) list)
                .values().stream().map(each -> ((Json.Text) each).value()).toList();
    }
}
