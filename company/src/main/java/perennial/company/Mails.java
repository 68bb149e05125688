package perennial.company;

import java.time.LocalDate;
import java.time.LocalTime;

/// The mails everybody gets, used or unused: a welcome, a look back on the first week, and for some the news of the
/// month.
final class Mails {
    private final User user;
    private final Outbox outbox;
    private final Sender sender;
    private final Dice dice;

    Mails(User user, Outbox outbox, Sender sender, Dice dice) {
        this.user = user;
        this.outbox = outbox;
        this.sender = sender;
        this.dice = dice;
    }

    void send() {
        send("welcome", "", user.signUp() + 300_000);
        send("first-week", ",\"garden_planned\":" + user.hasPlanned(), user.signUp() + Era.WEEK);
        if (!user.readsNews()) {
            return;
        }
        for (LocalDate day = Era.FIRST_DAY.plusDays(6); day.isBefore(Era.UNTIL_DAY); day = day.plusMonths(1)) {
            long time =
                    day.atTime(LocalTime.of(8, 0)).atZone(Era.ZONE).toInstant().toEpochMilli();
            if (time > user.signUp()) {
                send("news-" + day.toString().substring(0, 7), "", time + dice.between(0, Era.HOUR));
            }
        }
    }

    private void send(String template, String more, long time) {
        outbox.mail(sender, template, more, time);
    }
}
