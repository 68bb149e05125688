package perennial.company;

import java.util.Optional;

/// What brings visits: the first one the channel of its customer, later ones mostly nothing, else a mail that came
/// lately, a search or a push.
///
/// Rolls dice of its own, so that what people do does not depend on what brings them.
final class Origins {
    private static final String[] SEARCHES = {"www.google.com", "www.bing.com", "duckduckgo.com", "www.ecosia.org"};
    private static final int[] SEARCHED = {70, 12, 10, 8};
    private static final String[] NETWORKS = {"instagram", "facebook", "pinterest"};
    private static final int[] NETWORKED = {50, 30, 20};
    private static final String[] ADS = {"garden-planner", "balcony", "raised-beds"};
    private static final String[] NEIGHBOURS = {"plantforum.example", "balconyblog.example", "seedswap.example"};
    private static final String[] PARTNERS = {"seedhouse", "gardenfair"};

    private static final double BY_MAIL = 0.3;
    private static final double BY_SEARCH = 0.3;
    private static final double BY_PUSH = 0.2;

    private final Dice dice;

    Origins(Dice dice) {
        this.dice = dice;
    }

    /// Of a first visit.
    Origin first(Channel channel) {
        return switch (channel) {
            case ORGANIC -> search();
            case PAID_SEARCH ->
                Origin.from("https://www.google.com/").and(Origin.tagged("google", "cpc", dice.any(ADS)));
            case PAID_SOCIAL -> {
                String network = NETWORKS[dice.pick(NETWORKED)];
                yield Origin.from("https://www." + network + ".com/")
                        .and(Origin.tagged(network, "paid-social", dice.any(ADS)));
            }
            case REFERRAL -> Origin.from("https://" + dice.any(NEIGHBOURS) + "/");
            case PARTNER -> {
                String partner = dice.any(PARTNERS);
                yield Origin.from("https://" + partner + ".example/")
                        .and(Origin.tagged(partner, "partner", "better-together"));
            }
        };
    }

    /// Of a first visit by somebody of whom no channel is known.
    Origin first() {
        return first(Channel.of(dice));
    }

    /// Of a later visit.
    ///
    /// @param mail the template of a mail that came lately
    Origin later(User.Device device, Optional<String> mail) {
        if (mail.isPresent() && dice.chance(BY_MAIL)) {
            return Origin.tagged("garden", "email", mail.get());
        }
        if (device == User.Device.WEB) {
            return dice.chance(BY_SEARCH) ? search() : Origin.DIRECT;
        }
        return dice.chance(BY_PUSH) ? Origin.tagged("garden", "push", "reminder") : Origin.DIRECT;
    }

    /// What a passer-by is seen on.
    User.Device device() {
        return User.Device.of(dice);
    }

    private Origin search() {
        return Origin.from("https://" + SEARCHES[dice.pick(SEARCHED)] + "/");
    }
}
