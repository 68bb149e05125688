package perennial.company;

import java.util.Arrays;

/// The small shop beside the planner: looks at goods, and orders.
final class Shop {
    /// What is sold, with its share of the orders and its typical value in cents.
    private enum Category {
        SEEDS(48, 900),
        POTS(16, 2200),
        SOIL(14, 1800),
        TOOLS(14, 3500),
        BOOKS(8, 2400);

        private static final int[] WEIGHTS =
                Arrays.stream(values()).mapToInt(c -> c.weight).toArray();

        private final int weight;
        private final int cents;
        private final String label = name().toLowerCase(java.util.Locale.ROOT);

        Category(int weight, int cents) {
            this.weight = weight;
            this.cents = cents;
        }
    }

    private final Outbox outbox;
    private final Sender sender;
    private final String currency;
    private final Dice dice;
    private final String customerDigits;
    private int orders;

    Shop(Outbox outbox, Sender sender, String userId, String currency, Dice dice) {
        this.outbox = outbox;
        this.sender = sender;
        this.customerDigits = userId.substring(1);
        this.currency = currency;
        this.dice = dice;
    }

    /// A visit that looks at goods and orders one time in three.
    void visit(long time) {
        Category category = Category.values()[dice.pick(Category.WEIGHTS)];
        int looks = 1 + dice.pick(5, 3, 1);
        for (int i = 0; i < looks; i++) {
            outbox.track(sender, "Product Viewed", "\"category\":\"" + category.label + "\"", time + i * 40_000L);
        }
        if (!dice.chance(0.34)) {
            return;
        }
        int items = 1 + dice.pick(5, 3, 2, 1);
        int cents = items * (int) dice.skewed(category.cents * 0.6, 2.5, category.cents * 8.0);
        outbox.track(
                sender,
                "Order Completed",
                "\"order_id\":\"o" + customerDigits + "-" + ++orders + "\",\"category\":\"" + category.label
                        + "\",\"items\":" + items + ",\"value\":" + amount(cents) + ",\"currency\":\"" + currency
                        + "\"",
                time + looks * 40_000L + 60_000);
    }

    /// Cents as a decimal number, such as 4.90.
    static String amount(int cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }
}
