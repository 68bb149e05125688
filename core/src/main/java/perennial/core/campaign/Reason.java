package perennial.core.campaign;

import java.util.Arrays;
import java.util.Locale;

/// Why a customer of the audience is not written to.
public enum Reason {
    NEVER_THERE("was never a customer by what the campaign is after"),
    STILL_THERE("has not left"),
    ALREADY_IN("was in the audience when the campaign began"),
    NO_CONSENT("did not agree to be written to"),
    SUPPRESSED("unsubscribed, or the address bounced"),
    CONTACT_CAP("was written to as often as the cap allows"),
    OTHER_CAMPAIGN("is in another campaign now"),
    NO_CODE("no code was left"),
    BUDGET("the budget is used up"),
    CAME_BACK("came back before the message left"),
    SAME_PERSON("is one with another customer of the campaign by now"),
    ENDED("the campaign ended before the message left"),
    STOPPED("the campaign was stopped before the message left"),
    /// Erased, or one with another customer by now.
    ERASED("is not there any more");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /// The predicate of "the customer …", or a clause.
    public String words() {
        return words;
    }

    /// The one of this code.
    public static Reason of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + code + "\" is no reason"));
    }

    /// As tables and answers write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
