package perennial.server.web.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Outcome;
import perennial.core.campaign.Reason;
import perennial.core.campaign.Reply;
import perennial.core.campaign.Versions;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.store.campaign.ArmReplies;
import perennial.store.campaign.Campaign;
import perennial.store.campaign.CodePools;
import perennial.store.campaign.Message;

/// Tells where everybody of a campaign's audience is.
record Progress(Known known, LiveWorkspace live, boolean showsPeople) {
    private static final long WHOLE = 1000;

    /// What it says, in short: as long as it is the same nothing moved.
    static String seen(Campaign campaign, Balance balance, List<ArmReplies> replies) {
        return Integer.toHexString((balance + " " + campaign.stage() + " " + replies).hashCode());
    }

    ProgressView view() {
        Balance balance = known.balance();
        List<Message> messages = live.campaigns().messages(known.campaign().name());
        List<ArmReplies> replies =
                live.campaigns().replies().of(known.campaign().name());
        return new ProgressView(
                spots(),
                law(balance),
                balance.holds(),
                because(messages),
                replies.stream().map(Progress::line).toList(),
                pools(),
                known.campaign()
                        .plan()
                        .budget()
                        .map(most ->
                                Figures.money(most, live.workspace().settings().currency())),
                Figures.money(spent(messages), live.workspace().settings().currency()),
                CampaignAddress.under(
                        known.campaign().name(), "/news?seen=" + seen(known.campaign(), balance, replies)));
    }

    private static long at(Balance balance, Whom.Place place) {
        return switch (place) {
            case HOLDOUT -> balance.holdout();
            case EXCLUDED -> balance.excluded();
            case SENT -> balance.sent();
            case FAILED -> balance.failed();
            case SKIPPED -> balance.skipped();
            case UNCERTAIN -> balance.uncertain();
            case PENDING -> balance.pending();
        };
    }

    private List<ProgressView.Spot> spots() {
        long all = Math.max(1, known.balance().audience());
        List<ProgressView.Spot> spots = new ArrayList<>();
        long before = 0;
        for (Whom.Place place : Whom.Place.values()) {
            long here = at(known.balance(), place);
            long from = WHOLE * before / all;
            before += here;
            spots.add(new ProgressView.Spot(
                    place.toString(),
                    place.words(),
                    Figures.whole(here),
                    Figures.percent((double) here / all),
                    from,
                    WHOLE * before / all - from,
                    who(here, Whom.at(place))));
        }
        return spots;
    }

    private Optional<String> who(long count, Whom whom) {
        return Optional.of(CampaignAddress.people(known.campaign().name(), whom))
                .filter(_ -> showsPeople && count > 0);
    }

    private static String law(Balance balance) {
        return "%s in the audience = %s held out + %s left out + %s sent + %s failed + %s skipped + %s uncertain + %s pending"
                .formatted(
                        Figures.whole(balance.audience()),
                        Figures.whole(balance.holdout()),
                        Figures.whole(balance.excluded()),
                        Figures.whole(balance.sent()),
                        Figures.whole(balance.failed()),
                        Figures.whole(balance.skipped()),
                        Figures.whole(balance.uncertain()),
                        Figures.whole(balance.pending()));
    }

    private static ProgressView.Replies line(ArmReplies replies) {
        return new ProgressView.Replies(
                Standing.arm(replies.arm()),
                Arrays.stream(Reply.values())
                        .map(each -> Figures.whole(replies.of(each)))
                        .toList());
    }

    private record Cause(Whom.Place place, Reason reason) {}

    private List<ProgressView.Why> because(List<Message> messages) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Cause> causes = new TreeMap<>();
        for (Message message : messages) {
            var one = new Somebody(message, Optional.empty());
            one.why().ifPresent(reason -> {
                var cause = new Cause(one.place(), reason);
                causes.put(cause.toString(), cause);
                counts.merge(cause.toString(), 1L, Long::sum);
            });
        }
        return causes.entrySet().stream()
                .map(each -> why(each.getValue(), counts.getOrDefault(each.getKey(), 0L)))
                .toList();
    }

    private ProgressView.Why why(Cause cause, long count) {
        return new ProgressView.Why(
                cause.place().words(),
                cause.reason().words(),
                Figures.whole(count),
                who(count, Whom.at(cause.place()).because(cause.reason())));
    }

    private List<ProgressView.Pool> pools() {
        List<CodePools.Pool> pools = live.campaigns().codes().all();
        return known.campaign()
                .plan()
                .offers()
                .flatMap(offer -> offer.codes() instanceof Offer.Codes.Pool(String name)
                        ? Optional.of(name).stream()
                        : Optional.<String>empty().stream())
                .distinct()
                .map(name -> pools.stream()
                        .filter(pool -> pool.name().equals(name))
                        .findFirst()
                        .map(pool -> new ProgressView.Pool(
                                name,
                                Figures.whole(pool.free()),
                                Figures.whole(pool.reserved()),
                                Figures.whole(pool.given()),
                                true))
                        .orElse(new ProgressView.Pool(name, "0", "0", "0", false)))
                .toList();
    }

    /// On the messages that left, and on the offers of those who came back so far.
    private BigDecimal spent(List<Message> messages) {
        Versions versions = live.campaigns().plans().versions(known.campaign().name());
        Stream<BigDecimal> contacts = messages.stream()
                .filter(Message::hasLeft)
                .map(each -> versions.costPerContact(each.decision().version()));
        Stream<BigDecimal> incentives = known.effect().stream()
                .flatMap(effect -> effect.outcomes().stream())
                .filter(Outcome::isBack)
                .map(Outcome::incentive);
        return Stream.concat(contacts, incentives).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
