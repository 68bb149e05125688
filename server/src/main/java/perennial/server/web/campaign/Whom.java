package perennial.server.web.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.core.campaign.Reason;

/// Which of those a campaign decided on are meant; what is empty chooses nobody out.
///
/// @param arm they were drawn into
/// @param state where they are, as [perennial.core.campaign.Balance] names it
/// @param why they were left out or skipped
/// @param returned `yes`, `no` or `kept`, of those whose time for it is over
record Whom(Optional<String> arm, Optional<String> state, Optional<String> why, Optional<String> returned) {
    static final String YES = "yes";
    static final String NO = "no";
    static final String KEPT = "kept";

    static final Whom ALL = new Whom(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Whom drawn(String arm) {
        return new Whom(Optional.of(arm), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Whom at(String state) {
        return new Whom(Optional.empty(), Optional.of(state), Optional.empty(), Optional.empty());
    }

    Whom because(Reason reason) {
        return new Whom(arm, state, Optional.of(reason.toString()), returned);
    }

    Whom who(String came) {
        return new Whom(arm, state, why, Optional.of(came));
    }

    /// Whether they are people of a result, which tells of some of those decided on only.
    boolean isOfResult() {
        return arm.isPresent() || returned.isPresent();
    }

    /// As an address says it, with something else asked of them.
    String query(Map<String, String> more) {
        Map<String, String> given = new LinkedHashMap<>();
        arm.ifPresent(each -> given.put("arm", each));
        state.ifPresent(each -> given.put("state", each));
        why.ifPresent(each -> given.put("why", each));
        returned.ifPresent(each -> given.put("returned", each));
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
        state.ifPresent(each -> words.add(Place.words(each)));
        why.ifPresent(each -> words.add("the customer " + Reason.of(each).words()));
        returned.ifPresent(each -> words.add(
                switch (each) {
                    case YES -> "came back in time";
                    case NO -> "did not come back in time";
                    case KEPT -> "came back and stayed";
                    default -> each;
                }));
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

        static String words(String name) {
            for (Place each : values()) {
                if (each.toString().equals(name)) {
                    return each.words;
                }
            }
            return name;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
