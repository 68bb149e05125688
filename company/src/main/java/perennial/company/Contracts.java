package perennial.company;

import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The contracts of one customer, life after life: begun some weeks after sign-up, renewed term by term, ended for a
/// reason, perhaps begun anew. A switch of plans starts the new contract before the old one ends.
final class Contracts {
    private static final double BUYS = 0.42;
    private static final double TEAM_BUYS = 0.75;
    private static final double YEARLY = 0.25;
    private static final double SWITCH = 0.012;
    private static final long DUNNING = 10 * Era.DAY;

    private final Customer customer;
    private final Outbox outbox;
    private final Sender sender;
    private final Dice dice;
    private final ComebackMail mail;
    private final boolean isYearly;
    private Plan plan;
    private int subscriptions;

    Contracts(Customer customer, Outbox outbox, Dice dice) {
        this.customer = customer;
        this.outbox = outbox;
        this.sender = customer.sender(customer.payer());
        this.dice = dice;
        this.mail = new ComebackMail(outbox, sender, dice.split());
        this.isYearly = dice.chance(YEARLY);
        this.plan = customer.isTeam() ? Plan.TEAM : dice.chance(0.7) ? Plan.BLOOM : Plan.ORCHARD;
    }

    /// How a life ended.
    private record End(Reason reason, long at) {}

    /// Lives through all contracts; says when there was one after an earlier one had ended.
    List<Stretch> live() {
        User payer = customer.payer();
        long start = payer.signUp() + 2 * Era.HOUR + dice.near0(45 * Era.DAY, 1.6);
        boolean buys = dice.chance(customer.isTeam() ? TEAM_BUYS : BUYS);
        List<Stretch> lives = new ArrayList<>();
        if (!buys || start >= payer.silentFrom()) {
            return lives;
        }
        int life = 1;
        while (start < Era.UNTIL) {
            Optional<End> known = end(start, life);
            if (known.isEmpty()) {
                lives.add(new Stretch(start, Era.UNTIL));
                break;
            }
            End end = known.get();
            lives.add(new Stretch(start, end.at()));
            double days = mail.days(end.at(), Comeback.days(end.reason(), dice));
            if (days == Comeback.NEVER) {
                break;
            }
            start = end.at() + (long) (days * Era.DAY);
            life++;
        }
        return lives;
    }

    /// Renews term by term until a cancel, if there is one before the era is over.
    private Optional<End> end(long start, int life) {
        String subscription = begin(start);
        long anchor = start;
        int term = 0;
        while (true) {
            long from = renewal(anchor, term);
            long until = renewal(anchor, term + 1);
            long request = isYearly ? dice.between(until - 60 * Era.DAY, until) : dice.between(from, until);
            if (request >= Era.UNTIL) {
                return Optional.empty();
            }
            Optional<Reason> reason = cancels(request, life);
            if (reason.isPresent()) {
                return Optional.of(cancelled(subscription, reason.get(), request, until));
            }
            if (!customer.isTeam() && dice.chance(SWITCH)) {
                cancel(subscription, "plan_switch", request, until);
                plan = plan.other();
                subscription = begin(request + 1000);
                anchor = request + 1000;
                term = 0;
            } else {
                term++;
            }
        }
    }

    /// The reason for which it is cancelled in this term, if it is.
    private Optional<Reason> cancels(long request, int life) {
        double rest = dice.share();
        for (Reason reason : Reason.values()) {
            rest -= chance(reason, request, life);
            if (rest < 0) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    private double chance(Reason reason, long request, int life) {
        boolean applies = switch (reason) {
            case PRICE, TOO_COMPLEX, MISSING_FEATURE, PAYMENT_FAILED -> true;
            case SEASONAL -> customer.isSeasonal() && !isYearly && isAutumn(request);
            case NOT_USING -> life == 1 && request > customer.silentFrom();
        };
        if (!applies) {
            return 0;
        }
        return reason.cancel()
                * (reason == Reason.PRICE && Era.isPriceRiseFelt(request)
                        ? Planted.CANCEL_FACTOR_PRICE_RISE.value()
                        : 1)
                * (customer.isTeam() ? Planted.CANCEL_FACTOR_TEAM.value() : 1)
                * (life > 1 ? Planted.CANCEL_FACTOR_LATER_LIFE.value() : 1)
                * (isYearly && reason != Reason.NOT_USING ? Planted.CANCEL_FACTOR_YEARLY_TERM.value() : 1);
    }

    private End cancelled(String subscription, Reason reason, long request, long paidUntil) {
        if (reason == Reason.PAYMENT_FAILED) { // the next term was never paid: it ends when the reminders do
            long end = paidUntil + DUNNING;
            cancel(subscription, reason.toString(), end, end);
            outbox.identify(sender, "\"plan\":\"free\"", end);
            return new End(reason, end);
        }
        cancel(subscription, reason.toString(), request, paidUntil);
        outbox.identify(sender, "\"plan\":\"free\"", paidUntil);
        return new End(reason, paidUntil);
    }

    private String begin(long time) {
        String subscription = "s" + customer.id().substring(1) + "-" + ++subscriptions;
        int cents = plan.cents(isYearly, customer.users().size(), time);
        outbox.track(
                sender,
                "Subscription Started",
                subscriptionAndPlan(subscription) + ",\"interval\":\"" + (isYearly ? "year" : "month")
                        + "\",\"price\":" + Shop.amount(cents) + ",\"currency\":\""
                        + customer.country().currency() + "\"",
                time);
        outbox.identify(sender, "\"plan\":\"" + plan + "\"", time);
        return subscription;
    }

    private void cancel(String subscription, String reason, long time, long endsAt) {
        outbox.track(
                sender,
                "Subscription Cancelled",
                subscriptionAndPlan(subscription) + ",\"interval\":\"" + (isYearly ? "year" : "month")
                        + "\",\"reason\":\"" + reason + "\",\"ends_at\":\"" + Arrivals.instant(endsAt) + "\"",
                time);
    }

    private String subscriptionAndPlan(String subscription) {
        return "\"subscription\":\"" + subscription + "\",\"plan\":\"" + plan + "\"";
    }

    /// When the n-th term begins: the same day of a later month, by the company's calendar.
    private long renewal(long anchor, int terms) {
        ZonedDateTime begun = Instant.ofEpochMilli(anchor).atZone(Era.ZONE);
        return begun.plus(Period.ofMonths(terms * (isYearly ? 12 : 1)))
                .toInstant()
                .toEpochMilli();
    }

    private static boolean isAutumn(long time) {
        return Instant.ofEpochMilli(time).atZone(Era.ZONE).getMonthValue() >= 10;
    }
}
