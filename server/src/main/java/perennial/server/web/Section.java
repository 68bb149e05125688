package perennial.server.web;

import java.util.Arrays;
import java.util.List;

/// The pages of a place that has several: their names stand side by side above each of them.
public enum Section {
    SOURCES(Place.DATA, "Sources and keys", "/data/sources"),
    EVENTS(Place.DATA, "Events", "/data/events"),
    QUALITY(Place.DATA, "Quality", "/data/quality"),
    IMPORTS(Place.DATA, "Imports", "/data/imports"),
    BACKUP(Place.DATA, "Backup", "/data/backup"),
    RULES(Place.SETTINGS, "Rules", "/settings/rules"),
    PEOPLE(Place.SETTINGS, "People and roles", "/settings/people"),
    AUDIT(Place.SETTINGS, "Audit log", "/settings/audit");

    private final Place place;
    private final String title;
    private final String address;

    Section(Place place, String title, String address) {
        this.place = place;
        this.title = title;
        this.address = address;
    }

    public Place place() {
        return place;
    }

    public String title() {
        return title;
    }

    public String address() {
        return address;
    }

    /// All of the same place, this one too.
    public List<Section> beside() {
        return Arrays.stream(values()).filter(each -> each.place == place).toList();
    }
}
