package perennial.company;

import java.time.ZoneId;
import java.time.zone.ZoneRules;

/// Where customers live. Sizes, clocks and currencies differ; how long they stay does not.
enum Country {
    DE(44, "Europe/Berlin", "EUR"),
    AT(9, "Europe/Vienna", "EUR"),
    CH(8, "Europe/Zurich", "CHF"),
    NL(9, "Europe/Amsterdam", "EUR"),
    UK(13, "Europe/London", "GBP"),
    US(17, "America/New_York", "USD");

    private static final int[] WEIGHTS = weights();

    private final int weight;
    private final ZoneRules clock;
    private final String currency;

    Country(int weight, String zone, String currency) {
        this.weight = weight;
        this.clock = ZoneId.of(zone).getRules();
        this.currency = currency;
    }

    static Country of(Dice dice) {
        return values()[dice.pick(WEIGHTS)];
    }

    ZoneRules clock() {
        return clock;
    }

    String currency() {
        return currency;
    }

    private static int[] weights() {
        int[] weights = new int[values().length];
        for (Country country : values()) {
            weights[country.ordinal()] = country.weight;
        }
        return weights;
    }
}
