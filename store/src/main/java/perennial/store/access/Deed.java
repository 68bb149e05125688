package perennial.store.access;

import java.util.Locale;

/// What somebody did that others may want to know of later.
public enum Deed {
    SIGNED_IN("signed in"),
    WAS_REFUSED("was refused to sign in"),
    SIGNED_OUT("signed out"),
    ENDED_SESSIONS("signed out everywhere"),
    MADE_USER("made the user"),
    MADE_LINK("made a link to set the password of"),
    SET_PASSWORD("set the password of"),
    JOINED_OPENID("signs in by OpenID Connect from now on as"),
    CHANGED_ROLE("changed the role of"),
    DISABLED_USER("disabled"),
    ENABLED_USER("enabled"),
    MADE_KEY("made the key"),
    REVOKED_KEY("revoked the key"),
    MADE_BACKUP("made the backup"),
    TOOK_BACKUP("downloaded a backup"),
    CHANGED_EVENT("changed the event"),
    CHANGED_RULES("changed the rules:"),
    SAVED_FILTER("saved the filter"),
    REMOVED_FILTER("removed the filter"),
    IMPORTED("imported"),
    UNDID_IMPORT("took back"),
    SAVED_SEGMENT("saved the segment"),
    DELETED_SEGMENT("deleted the segment"),
    SET_GOAL("set the goal of"),
    EXPORTED_SEGMENT("exported the members of the segment"),
    MADE_DASHBOARD("made the dashboard"),
    CHANGED_DASHBOARD("changed the dashboard"),
    DELETED_DASHBOARD("deleted the dashboard"),
    SHARED_DASHBOARD("made a secret link to the dashboard"),
    REVOKED_LINK("revoked a secret link to the dashboard"),
    ADDED_ANNOTATION("noted on charts the"),
    REMOVED_ANNOTATION("removed from charts the"),
    PLANNED_CAMPAIGN("planned the campaign"),
    LAUNCHED_CAMPAIGN("launched the campaign"),
    PAUSED_CAMPAIGN("paused the campaign"),
    RESUMED_CAMPAIGN("resumed the campaign"),
    STOPPED_CAMPAIGN("stopped the campaign"),
    TOOK_MESSAGES("took as a file the messages of the campaign"),
    EXPORTED_CAMPAIGN("exported people of the campaign"),
    ADDED_CODES("brought in codes of the pool"),
    EXPORTED_CUSTOMER("exported all that is known of a customer"),
    ERASED_CUSTOMER("erased a customer for good");

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    /// The predicate of "WHO … WHAT".
    public String words() {
        return words;
    }

    /// The one that is kept under this code; codes never change.
    static Deed of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The code under which it is kept.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
