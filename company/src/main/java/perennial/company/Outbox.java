package perennial.company;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What one customer sends. Most of it arrives within seconds; some devices are offline for hours or weeks, and some
/// lines are sent twice.
final class Outbox {
    private static final double OFFLINE = 0.012;
    private static final double LONG_OFFLINE = 0.002;
    static final double RESENT = 0.005;
    /// How long a mail may bring somebody.
    private static final long FRESH = 2 * Era.DAY;

    private static final NavigableMap<Long, String> EMPTY = Collections.emptyNavigableMap();

    private final Arrivals arrivals;
    private final int customer;
    private final Dice dice;
    private final Map<Sender, NavigableMap<Long, String>> mails = new HashMap<>();
    private int sent;

    Outbox(Arrivals arrivals, int customer, Dice dice) {
        this.arrivals = arrivals;
        this.customer = customer;
        this.dice = dice;
    }

    void track(Sender sender, String event, String properties, long time) {
        send(sender, "\"type\":\"track\",\"event\":\"" + event + "\",\"properties\":{" + properties + "}", time);
    }

    /// A mail to somebody; it may bring the next visits.
    ///
    /// @param more further properties, each after a comma
    void mail(Sender to, String template, String more, long time) {
        track(to, "Email Sent", "\"template\":\"" + template + "\"" + more, time);
        mails.computeIfAbsent(to, any -> new TreeMap<>()).put(time, template);
    }

    /// The template of the newest mail that somebody got in the days before, if there was one.
    Optional<String> mailBefore(Sender to, long time) {
        return Optional.ofNullable(mails.getOrDefault(to, EMPTY).floorEntry(time))
                .filter(mail -> time - mail.getKey() < FRESH)
                .map(Map.Entry::getValue);
    }

    void identify(Sender sender, String traits, long time) {
        send(sender, "\"type\":\"identify\",\"traits\":{" + traits + "}", time);
    }

    void group(Sender sender, String accountId, String traits, long time) {
        send(sender, "\"type\":\"group\",\"groupId\":\"" + accountId + "\",\"traits\":{" + traits + "}", time);
    }

    private void send(Sender sender, String content, long time) {
        int message = sent++;
        long received = time + lag();
        boolean isResent = dice.chance(RESENT);
        long again = received + dice.between(60_000, Era.DAY);
        if (time < Era.FROM || received >= Era.UNTIL) {
            return;
        }
        arrivals.add(customer, message, sender, content, time, received, received);
        if (isResent && again < Era.UNTIL) {
            arrivals.add(customer, message, sender, content, time, received, again);
        }
    }

    private long lag() {
        double luck = dice.share();
        if (luck < LONG_OFFLINE) {
            return Era.DAY + dice.near0(20 * Era.DAY, 2);
        }
        if (luck < LONG_OFFLINE + OFFLINE) {
            return Era.HOUR + dice.near0(3 * Era.DAY, 2);
        }
        return dice.between(200, 4000);
    }
}
