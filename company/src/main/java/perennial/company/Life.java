package perennial.company;

import java.util.List;
import java.util.Locale;

/// The two years of one customer, from a seed of its own: a smaller company is the beginning of a larger one.
final class Life {
    private final Customer customer;
    private final Outbox outbox;
    private final Dice dice;
    private final Origins origins;

    Life(int number, long seed, Arrivals arrivals) {
        this.dice = Dice.of(seed, number);
        this.origins = new Origins(Dice.of(~seed, number));
        this.customer = Customer.of(number, dice.split());
        this.outbox = new Outbox(arrivals, number, dice.split());
    }

    void live() {
        List<Stretch> contracts = new Contracts(customer, outbox, dice.split()).live();
        for (User user : customer.users()) {
            signUp(user, dice.split());
            new Mails(user, outbox, customer.sender(user), dice.split()).send();
            var gardening = new Gardening(customer, user, outbox, origins, dice.split());
            gardening.begin();
            gardening.use(new Stretch(user.signUp() + Era.HOUR, user.silentFrom()));
            // Who pays again uses again, until that contract ends.
            contracts.stream()
                    .skip(1)
                    .filter(contract -> contract.until() > user.silentFrom() && contract.from() > user.signUp())
                    .map(contract -> new Stretch(Math.max(contract.from(), user.silentFrom()), contract.until()))
                    .forEach(gardening::use);
        }
        new Browsing(outbox, origins, dice.split()).passBy(customer.id().substring(1));
    }

    private void signUp(User user, Dice dice) {
        var browsing = new Browsing(outbox, origins, dice);
        String browser = anonymousId(user, 1);
        browsing.before(browser, user, customer.channel());
        Sender sender = customer.sender(user);
        outbox.identify(sender.on(browser), traits(user), user.signUp());
        if (customer.isTeam()) {
            outbox.group(sender, customer.id(), accountTraits(), user.signUp());
        }
        outbox.track(
                sender.on(browser),
                "Signed Up",
                "\"channel\":\"" + customer.channel() + "\",\"device\":\"" + user.device().label + "\"",
                user.signUp() + 500);
        long second = user.signUp() + Era.DAY + dice.near0(60 * Era.DAY, 2);
        if (user.hasTwoDevices() && second < user.silentFrom()) {
            browsing.onOther(anonymousId(user, 2), user, second);
            outbox.identify(
                    sender.on(anonymousId(user, 2)),
                    "\"second_device\":\"" + user.device().other().label + "\"",
                    second + 60_000);
        }
    }

    private String traits(User user) {
        return "\"country\":\"" + customer.country() + "\",\"channel\":\"" + customer.channel() + "\",\"device\":\""
                + user.device().label + "\",\"garden\":\"" + (customer.isTeam() ? "shared" : "own")
                + "\",\"plan\":\"free\"";
    }

    private String accountTraits() {
        return "\"industry\":\"" + customer.industry() + "\",\"seats\":"
                + customer.users().size() + ",\"country\":\"" + customer.country() + "\"";
    }

    private static String anonymousId(User user, int device) {
        return "b" + user.id().toLowerCase(Locale.ROOT).substring(1) + "." + device;
    }
}
