package perennial.core.random;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Makes small raw histories with all that makes real ones hard: events late, at equal times, looking like duplicates;
/// visitors who become known, users who turn out to be one, accounts that change; ids that mean different things for
/// visitor, user and account; passive events; contracts that overlap, are withdrawn, end in the future; days of 23
/// and 25 hours in odd zones.
public final class RandomHistory {
    /// Has a `value` and sometimes a `category`.
    public static final String ORDER = "Order Completed";

    /// Not caused by the customer.
    public static final String PASSIVE = "Email Sent";

    public static final String START = "Subscription Started";
    public static final String END = "Subscription Cancelled";

    private static final List<String> NAMES = List.of("Opened", "Opened", "Searched", ORDER, PASSIVE);

    private final Random random;
    private final RandomTimes.Place place;
    private final RandomTimes times;
    private final int people;
    private final boolean hasAccounts;

    private RandomHistory(Random random) {
        this.random = random;
        place = RandomTimes.PLACES.get(random.nextInt(RandomTimes.PLACES.size()));
        int[] lengths = {3, 40, 200, 900};
        times = new RandomTimes(random, place, lengths[random.nextInt(lengths.length)]);
        people = 1 + random.nextInt(6);
        hasAccounts = random.nextInt(3) > 0;
    }

    /// A history of up to `most` events, duplicates aside.
    public static RawHistory of(Random random, int most) {
        return new RandomHistory(random).write(most);
    }

    private RawHistory write(int most) {
        int count = 1 + random.nextInt(most);
        List<Long> order = new ArrayList<>();
        for (long seq = 1; seq <= 3L * count + 20; seq++) {
            order.add(seq);
        }
        Collections.shuffle(order, random);
        var seqs = order.iterator();
        List<RawEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RawEvent event = event(seqs.next());
            events.add(event);
            if (random.nextInt(12) == 0) {
                events.add(event.withSeq(seqs.next())); // looks like a duplicate, and is none
            }
        }
        List<RawLink> links = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            links.add(link(seqs.next()));
        }
        List<RawTrait> traits = new ArrayList<>();
        for (int i = random.nextInt(10); i > 0; i--) {
            traits.add(trait(seqs.next()));
        }
        DayOfWeek weekStart = DayOfWeek.of(1 + random.nextInt(7));
        return new RawHistory(place.zone(), weekStart, events, links, traits);
    }

    private RawEvent event(long seq) {
        Optional<String> visitor = Optional.empty();
        Optional<String> user = Optional.empty();
        switch (random.nextInt(5)) {
            case 0 -> visitor = Optional.of(id("v"));
            case 1 -> {
                visitor = Optional.of(id("v"));
                user = Optional.of(id("u"));
            }
            default -> user = Optional.of(id("u"));
        }
        Optional<String> account =
                hasAccounts && random.nextInt(user.isPresent() ? 4 : 10) == 0 ? Optional.of(id("a")) : Optional.empty();
        long time = times.next();
        long received = random.nextInt(3) == 0 ? time + random.nextInt(40) * 86_400_000L : time;
        boolean isContract = random.nextInt(3) == 0;
        boolean isEnd = isContract && random.nextInt(5) < 2;
        String name = isEnd ? END : isContract ? START : NAMES.get(random.nextInt(NAMES.size()));
        Optional<BigDecimal> value =
                name.equals(ORDER) ? Optional.of(BigDecimal.valueOf(random.nextInt(40), 1)) : Optional.empty();
        return new RawEvent(
                seq, visitor, user, account, time, received, name, value, properties(isContract, isEnd, time));
    }

    private Optional<String> properties(boolean isContract, boolean isEnd, long time) {
        List<String> pairs = new ArrayList<>();
        if (!isContract && random.nextBoolean()) {
            pairs.add("\"category\":\"" + (random.nextBoolean() ? "shoes" : "hats") + "\"");
        }
        if (isEnd && random.nextBoolean()) {
            pairs.add("\"ends_at\":\"" + endsAt(time) + "\"");
        }
        if (random.nextInt(3) == 0) {
            pairs.add("\"plan\":" + plan());
        }
        if (!isContract && random.nextInt(4) == 0) {
            pairs.add("\"referrer\":\"" + one("https://www.Google.com/", "https://garden.example/", "https://t.co/a")
                    + "\"");
        }
        if (isEnd && random.nextInt(4) > 0) {
            pairs.add("\"reason\":"
                    + List.of("\"price\"", "\"moved, too\"", "null").get(random.nextInt(3)));
        }
        if (isContract && random.nextBoolean()) {
            pairs.add("\"subscription\":\"s" + random.nextInt(2) + "\"");
        }
        if (!isContract && random.nextInt(4) == 0) {
            pairs.add("\"utm_medium\":\"" + one("CPC", "email", "paid-social", "leaflet", "organic") + "\"");
            pairs.add("\"utm_source\":\"" + one("google", "Instagram", "youtube", "weekly") + "\"");
        }
        return pairs.isEmpty() ? Optional.empty() : Optional.of("{" + String.join(",", pairs) + "}");
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String endsAt(long time) {
        var end = Instant.ofEpochMilli(time)
                .atZone(place.zone())
                .plusDays(random.nextInt(70) - 5)
                .plusMinutes(random.nextInt(600));
        return switch (random.nextInt(5)) {
            case 0 -> end.toInstant().toString();
            case 1 -> end.toOffsetDateTime().toString();
            case 2 -> end.toLocalDateTime().toString();
            case 3 -> end.toLocalDate().toString();
            default -> "soon";
        };
    }

    private RawLink link(long seq) {
        long time = times.next();
        return switch (random.nextInt(4)) {
            case 0 -> new RawLink(seq, "alias", id("u"), id("u"), time);
            case 1 ->
                hasAccounts
                        ? new RawLink(seq, "account", id("u"), id("a"), time)
                        : new RawLink(seq, "anonymous", id("v"), id("u"), time);
            default -> new RawLink(seq, "anonymous", id("v"), id("u"), time);
        };
    }

    private RawTrait trait(long seq) {
        int subject = random.nextInt(hasAccounts ? 3 : 2);
        String kind = List.of("user", "visitor", "account").get(subject);
        return new RawTrait(seq, kind, id(kind.substring(0, 1)), "plan", plan(), times.next());
    }

    private String plan() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> "\"pro\"";
            case 2 -> "null";
            case 3 -> "7";
            case 4 -> "true";
            case 5 -> "\"(none)\"";
            case 6 -> "\"\"";
            default -> "\"free\"";
        };
    }

    /// Now and then without its letter, so that a visitor, a user and an account bear the same id.
    private String id(String letter) {
        int number = random.nextInt(people);
        return number == 3 ? "3" : letter + number;
    }
}
