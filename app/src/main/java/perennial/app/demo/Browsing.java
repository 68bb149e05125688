package perennial.app.demo;

/// Looking around without being known: before a sign-up, on a second device, or never to be seen again.
final class Browsing {
    private static final String[] PAGES = {"home", "pricing", "plants", "shop", "stories", "help"};
    private static final double BROWSES_FIRST = 0.7;

    private final Outbox outbox;
    private final Dice dice;

    Browsing(Outbox outbox, Dice dice) {
        this.outbox = outbox;
        this.dice = dice;
    }

    /// Before a user becomes known.
    void before(String anonymousId, long signUp) {
        if (!dice.chance(BROWSES_FIRST)) {
            return;
        }
        int visits = 1 + dice.pick(5, 3, 1);
        for (int i = 0; i < visits; i++) {
            look(anonymousId, signUp - 120_000 - (i == 0 ? 0 : dice.near0(14 * Era.DAY, 1.5)));
        }
    }

    /// A few pages; the last of them at this time.
    void look(String anonymousId, long time) {
        Sender visitor = Sender.visitor(anonymousId);
        int pages = 1 + dice.pick(4, 3, 2);
        for (int i = pages - 1; i >= 0; i--) {
            outbox.track(visitor, "Page Viewed", "\"page\":\"" + dice.any(PAGES) + "\"", time - i * 45_000L);
        }
    }

    /// People who came with this customer's kind of chance and never signed up.
    void passBy(String digits) {
        int visitors = dice.pick(62, 26, 12);
        for (int i = 0; i < visitors; i++) {
            look(
                    "p" + digits + "-" + i,
                    Rhythm.moment(Rhythm.signUpDay(dice), Country.of(dice).clock(), dice));
        }
    }
}
