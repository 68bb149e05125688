package perennial.core.random;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Instants of a few weeks or months around a day on which the local clock does something odd: many on that day and
/// its neighbours, many at the edges of a day, many equal to an earlier one or a while after it.
final class RandomTimes {
    /// A zone and a local date worth standing on.
    record Place(ZoneId zone, LocalDate date) {
        static Place of(String zone, String date) {
            return new Place(ZoneId.of(zone), LocalDate.parse(date));
        }
    }

    static final List<Place> PLACES = List.of(
            Place.of("Europe/Berlin", "2026-03-29"), // 23 hours
            Place.of("Europe/Berlin", "2026-10-25"), // 25 hours
            Place.of("Pacific/Chatham", "2026-04-05"), // 12:45 ahead, back at 03:45
            Place.of("Pacific/Chatham", "2026-09-27"),
            Place.of("Australia/Lord_Howe", "2026-04-05"), // half an hour back
            Place.of("Australia/Lord_Howe", "2026-10-04"), // half an hour on
            Place.of("Asia/Kathmandu", "1986-01-01"), // the day begins at 00:15
            Place.of("America/St_Johns", "2007-03-11"), // on at 00:01
            Place.of("America/St_Johns", "2007-11-04"), // back at 00:01 into the day before
            Place.of("America/St_Johns", "1988-04-03"), // on by two hours
            Place.of("UTC", "2024-02-29"),
            Place.of("UTC", "2020-12-31")); // ISO week 53

    private static final List<LocalTime> EDGES = List.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(0, 0, 30),
            LocalTime.of(0, 1),
            LocalTime.of(1, 30),
            LocalTime.of(2, 30),
            LocalTime.of(3, 0),
            LocalTime.of(23, 1, 1),
            LocalTime.of(23, 59, 59));

    /// Silences at and around the limits of a session.
    private static final long[] PAUSES = {
        1, 9_999, 10_000, 1_799_500, 1_800_000, 1_800_001, 1_800_400, 7_200_000, 43_200_000, 86_399_999, 86_400_000
    };

    private final Random random;
    private final Place place;
    private final int days;
    private final List<Long> earlier = new ArrayList<>();

    RandomTimes(Random random, Place place, int days) {
        this.random = random;
        this.place = place;
        this.days = days;
    }

    /// Mostly whole seconds, so that limits are met exactly.
    long next() {
        long millis = switch (earlier.isEmpty() ? 6 : random.nextInt(7)) {
            case 0 -> someEarlier();
            case 1, 2 -> someEarlier() + PAUSES[random.nextInt(PAUSES.length)];
            default -> fresh();
        };
        earlier.add(millis);
        return millis;
    }

    private long someEarlier() {
        return earlier.get(random.nextInt(earlier.size()));
    }

    private long fresh() {
        int away = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : random.nextInt(days) - days / 2;
        LocalDate date = place.date().plusDays(away);
        LocalTime time = random.nextInt(3) == 0
                ? EDGES.get(random.nextInt(EDGES.size()))
                : LocalTime.ofSecondOfDay(random.nextInt(86_400));
        var local = date.atTime(time).atZone(place.zone());
        var either = random.nextBoolean() ? local.withLaterOffsetAtOverlap() : local;
        return either.toInstant().toEpochMilli();
    }
}
