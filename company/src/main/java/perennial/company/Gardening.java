package perennial.company;

import java.time.Instant;
import java.time.LocalDate;

/// What one user does in the app, visit by visit.
final class Gardening {
    private static final String[] PLANTS = {
        "tomato", "basil", "lavender", "rose", "courgette", "bean", "strawberry", "mint", "dahlia", "sage"
    };
    private static final String[] CHORES = {"water", "prune", "sow", "fertilise", "harvest"};
    private static final String[] TOPICS = {"soil", "pests", "herbs", "balcony", "compost", "winter"};

    private final Country country;
    private final User user;
    private final Outbox outbox;
    private final Origins origins;
    private final Sender sender;
    private final Dice dice;
    private final Shop shop;

    Gardening(Customer customer, User user, Outbox outbox, Origins origins, Dice dice) {
        this.country = customer.country();
        this.user = user;
        this.outbox = outbox;
        this.origins = origins;
        this.sender = customer.sender(user);
        this.dice = dice;
        this.shop = new Shop(outbox, sender, user.id(), country.currency(), dice.split());
    }

    /// The first minutes, and the first garden of those who plan one in their first week.
    void begin() {
        visit(user.signUp() + 30_000, false);
        if (user.hasPlanned()) {
            long hours = Math.min(user.silentFrom() - user.signUp(), Era.WEEK - Era.DAY);
            plan(user.signUp() + 60_000 + dice.near0(Math.max(1, hours - 60_000), 2));
        }
    }

    /// Uses the app in this stretch of time, by the user's rate and everybody's rhythm.
    void use(Stretch stretch) {
        if (stretch.from() >= Era.UNTIL) {
            return;
        }
        LocalDate last = dayOf(Math.min(stretch.until(), Era.UNTIL));
        for (LocalDate day = dayOf(stretch.from()); !day.isAfter(last); day = day.plusDays(1)) {
            int visits = dice.times(user.rate(day.toEpochDay() * Era.DAY) / 7 * Rhythm.use(day));
            for (int i = 0; i < visits; i++) {
                long time = Rhythm.moment(day, country.clock(), dice);
                if (time > stretch.from() && time < stretch.until() && !user.isAsleep(time)) {
                    visit(time, time >= user.signUp() + Era.WEEK);
                }
            }
            if (user.isShopper() && dice.chance(0.02 * Rhythm.season(day))) {
                long time = Rhythm.moment(day, country.clock(), dice);
                if (time > stretch.from() && time < stretch.until() && !user.isAsleep(time)) {
                    shop.visit(time);
                }
            }
        }
    }

    private void visit(long time, boolean mayPlan) {
        User.Device device =
                user.hasTwoDevices() && dice.chance(0.4) ? user.device().other() : user.device();
        Origin origin = origins.later(device, outbox.mailBefore(sender, time));
        outbox.track(sender, "App Opened", origin.behind("\"device\":\"" + device.label + "\""), time);
        int actions = dice.pick(54, 30, 11, 4, 1);
        long now = time;
        for (int i = 0; i < actions; i++) {
            now += dice.between(10_000, 240_000);
            act(now, mayPlan);
        }
    }

    private void act(long time, boolean mayPlan) {
        switch (dice.pick(30, 34, 12, 21, mayPlan ? 3 : 0)) {
            case 0 -> outbox.track(sender, "Plant Added", "\"plant\":\"" + dice.any(PLANTS) + "\"", time);
            case 1 -> outbox.track(sender, "Reminder Completed", "\"chore\":\"" + dice.any(CHORES) + "\"", time);
            case 2 -> outbox.track(sender, "Photo Uploaded", "\"plant\":\"" + dice.any(PLANTS) + "\"", time);
            case 3 -> outbox.track(sender, "Article Read", "\"topic\":\"" + dice.any(TOPICS) + "\"", time);
            default -> plan(time);
        }
    }

    private void plan(long time) {
        outbox.track(sender, "Garden Planned", "\"beds\":" + (1 + dice.pick(4, 5, 3, 2, 1)), time);
    }

    private LocalDate dayOf(long time) {
        Instant instant = Instant.ofEpochMilli(time);
        return LocalDate.ofInstant(instant, country.clock().getOffset(instant));
    }
}
