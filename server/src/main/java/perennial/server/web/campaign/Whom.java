package perennial.server.web.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Reason;

/// Which of those a campaign decided on are meant; what is empty chooses nobody out.
///
/// @param arm they were drawn into
/// @param place where they are
/// @param why they were left out or skipped
/// @param came what became of them, of those whose time for it is over
record Whom(Optional<String> arm, Optional<Place> place, Optional<Reason> why, Optional<Came> came) {
    static final Whom ALL = new Whom(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Whom drawn(String arm) {
        return new Whom(Optional.of(arm), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// As an address says it.
    ///
    /// @param arms of the campaign
    /// @throws BadPlan if it says what nobody is
    static Whom read(
            Collection<String> arms,
            Optional<String> arm,
            Optional<String> state,
            Optional<String> why,
            Optional<String> returned) {
        return new Whom(
                arm.map(each -> oneOf(arms.toArray(String[]::new), "arm", each)),
                state.map(each -> oneOf(Place.values(), "state", each)),
                why.map(each -> oneOf(Reason.values(), "why", each)),
                returned.map(each -> oneOf(Came.values(), "returned", each)));
    }

    private static <T> T oneOf(T[] all, String field, String text) {
        return Arrays.stream(all)
                .filter(each -> each.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadPlan(
                        field,
                        "\"" + text + "\" is no " + field + "; there are: "
                                + Arrays.stream(all).map(T::toString).collect(Collectors.joining(", "))));
    }

    static Whom at(Place place) {
        return new Whom(Optional.empty(), Optional.of(place), Optional.empty(), Optional.empty());
    }

    Whom because(Reason reason) {
        return new Whom(arm, place, Optional.of(reason), came);
    }

    Whom who(Came came) {
        return new Whom(arm, place, why, Optional.of(came));
    }

    /// Whether they are people of a result, which tells of some of those decided on only.
    boolean isOfResult() {
        return arm.isPresent() || came.isPresent();
    }

    /// As an address says it, with something else asked of them.
    String query(Map<String, String> more) {
        Map<String, String> given = new LinkedHashMap<>();
        arm.ifPresent(each -> given.put("arm", each));
        place.ifPresent(each -> given.put("state", each.toString()));
        why.ifPresent(each -> given.put("why", each.toString()));
        came.ifPresent(each -> given.put("returned", each.toString()));
        given.putAll(more);
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(each -> each.getKey() + "=" + CampaignAddress.encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /// Who they are.
    String words() {
        List<String> words = new ArrayList<>();
        arm.ifPresent(each -> words.add(Standing.arm(each)));
        place.ifPresent(each -> words.add(each.words()));
        why.ifPresent(each -> words.add("the customer " + each.words()));
        came.ifPresent(each -> words.add(each.words()));
        return words.isEmpty() ? "Everybody who was decided on" : String.join(", ", words);
    }

    /// Where somebody of an audience is; nobody is in two places.
    enum Place {
        HOLDOUT("Held out"),
        EXCLUDED("Left out"),
        SENT("Sent"),
        FAILED("Failed"),
        SKIPPED("Skipped"),
        UNCERTAIN("Uncertain"),
        PENDING("Pending");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether somebody came back.
    enum Came {
        YES("came back in time"),
        NO("did not come back in time"),
        KEPT("came back and stayed");

        private final String words;

        Came(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
