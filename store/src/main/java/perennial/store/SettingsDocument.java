package perennial.store;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import perennial.core.workspace.Settings;
import perennial.store.json.Json;

/// Settings as they are kept: `{"currency":"EUR","lifeEnd":[…],…,"weekStart":"monday","zone":"Europe/Berlin"}`.
final class SettingsDocument {
    private SettingsDocument() {}

    static String write(Settings settings) {
        var fields = new TreeMap<String, Json>();
        fields.put("name", new Json.Text(settings.name()));
        fields.put("zone", new Json.Text(settings.zone().getId()));
        fields.put("weekStart", new Json.Text(settings.weekStart().name().toLowerCase(Locale.ROOT)));
        fields.put("currency", new Json.Text(settings.currency().getCurrencyCode()));
        fields.put("lifeStart", Json.texts(settings.lifeStart()));
        fields.put("lifeEnd", Json.texts(settings.lifeEnd()));
        fields.put("passive", Json.texts(settings.passive()));
        return new Json.Object(fields).text();
    }

    static Settings read(String document) {
        var fields = (Json.Object) Json.parse(document);
        return new Settings(
                text(fields, "name"),
                ZoneId.of(text(fields, "zone")),
                DayOfWeek.valueOf(text(fields, "weekStart").toUpperCase(Locale.ROOT)),
                Currency.getInstance(text(fields, "currency")),
                texts(fields, "lifeStart"),
                texts(fields, "lifeEnd"),
                texts(fields, "passive"));
    }

    private static String text(Json.Object fields, String key) {
        return fields.field(key)
                .map(value -> ((Json.Text) value).value())
                .orElseThrow(() -> new StoreFailure("The workspace's settings lack \"" + key
                        + "\"; they were changed by hand or damaged. Restore a backup."));
    }

    private static List<String> texts(Json.Object fields, String key) {
        return fields.field(key)
                .map(value -> ((Json.Array) value)
                        .values().stream()
                                .map(each -> ((Json.Text) each).value())
                                .toList())
                .orElse(List.of());
    }
}
