package perennial.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Looking around without being known: before a sign-up, on a second device, or never to be seen again.
final class Browsing {
    private static final String[] PAGES = {"home", "pricing", "plants", "shop", "stories", "help"};
    private static final double BROWSES_FIRST = 0.7;

    private final Outbox outbox;
    private final Origins origins;
    private final Dice dice;

    Browsing(Outbox outbox, Origins origins, Dice dice) {
        this.outbox = outbox;
        this.origins = origins;
        this.dice = dice;
    }

    /// A few pages; the last of them at this time.
    private record Visit(long time, List<String> pages) {}

    /// Before a user becomes known.
    void before(String anonymousId, User user, Channel channel) {
        if (!dice.chance(BROWSES_FIRST)) {
            return;
        }
        int count = 1 + dice.pick(5, 3, 1);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visits.add(visit(user.signUp() - 120_000 - (i == 0 ? 0 : dice.near0(14 * Era.DAY, 1.5))));
        }
        Visit first = visits.stream().min(Comparator.comparingLong(Visit::time)).orElseThrow();
        for (Visit visit : visits) {
            send(
                    anonymousId,
                    user.device(),
                    visit,
                    visit == first ? origins.first(channel) : origins.later(user.device(), Optional.empty()));
        }
    }

    /// On the other device of a user, before it is known whose that is.
    void onOther(String anonymousId, User user, long time) {
        User.Device other = user.device().other();
        send(anonymousId, other, visit(time), origins.later(other, Optional.empty()));
    }

    /// People who came with this customer's kind of chance and never signed up. Where they live is known by their
    /// address.
    void passBy(String digits) {
        int visitors = dice.pick(62, 26, 12);
        List<Visit> visits = new ArrayList<>();
        List<Country> countries = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            LocalDate day = Rhythm.signUpDay(dice);
            Country country = Country.of(dice);
            countries.add(country);
            visits.add(visit(Rhythm.moment(day, country.clock(), dice)));
            send("p" + digits + "-" + i, origins.device(), visits.get(i), origins.first());
        }
        for (int i = 0; i < visitors; i++) {
            outbox.identify(
                    Sender.visitor("p" + digits + "-" + i),
                    "\"country\":\"" + countries.get(i) + "\"",
                    visits.get(i).time());
        }
    }

    private Visit visit(long time) {
        int pages = 1 + dice.pick(4, 3, 2);
        List<String> looked = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            looked.add(dice.any(PAGES));
        }
        return new Visit(time, looked);
    }

    private void send(String anonymousId, User.Device device, Visit visit, Origin origin) {
        Sender visitor = Sender.visitor(anonymousId);
        List<String> pages = visit.pages();
        for (int i = 0; i < pages.size(); i++) {
            String page = pages.get(i);
            String properties = "\"page\":\"" + page + "\",\"url\":\"https://garden.example/" + page
                    + "\",\"device\":\"" + device.label + "\"";
            outbox.track(
                    visitor,
                    "Page Viewed",
                    i == 0 ? origin.behind(properties) : properties,
                    visit.time() - (pages.size() - 1 - i) * 45_000L);
        }
    }
}
