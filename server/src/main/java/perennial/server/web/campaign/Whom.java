package perennial.server.web.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which of those a campaign decided on are meant; what is empty chooses nobody out.
///
/// @param arm they were drawn into
/// @param state where they are, as [perennial.core.campaign.Balance] names it
/// @param why they were left out or skipped
/// @param returned `yes`, `no` or `kept`, of those whose time is over
record Whom(Optional<String> arm, Optional<String> state, Optional<String> why, Optional<String> returned) {
    static final Whom ALL = new Whom(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Whom in(String arm) {
        return new Whom(Optional.of(arm), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Whom at(String state) {
        return new Whom(Optional.empty(), Optional.of(state), Optional.empty(), Optional.empty());
    }

    Whom because(String reason) {
        return new Whom(arm, state, Optional.of(reason), returned);
    }

    Whom who(String came) {
        return new Whom(arm, state, why, Optional.of(came));
    }

    /// As an address says it.
    String query() {
        Map<String, String> given = new LinkedHashMap<>();
        arm.ifPresent(each -> given.put("arm", each));
        state.ifPresent(each -> given.put("state", each));
        why.ifPresent(each -> given.put("why", each));
        returned.ifPresent(each -> given.put("returned", each));
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(each -> each.getKey() + "=" + CampaignAddress.encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
