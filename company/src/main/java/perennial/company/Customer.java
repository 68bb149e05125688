package perennial.company;

import java.util.ArrayList;
import java.util.List;

/// Who a customer is: one user, or an account of two to twelve.
///
/// @param id the account's id, or that of the only user
/// @param users the one who pays first
record Customer(
        String id,
        boolean isTeam,
        String industry,
        Country country,
        Channel channel,
        boolean isSeasonal,
        List<User> users) {
    private static final String[] INDUSTRIES = {"school", "community-garden", "landscaper", "nursery", "hotel"};
    private static final int[] TEAM_SIZE_FROM_2 = {14, 14, 13, 12, 10, 9, 8, 7, 6, 4, 3};

    Customer {
        users = List.copyOf(users);
    }

    static Customer of(int number, Dice dice) {
        boolean isTeam = dice.chance(Planted.ACCOUNT_SHARE.value());
        Channel channel = Channel.of(dice);
        Country country = Country.of(dice);
        String industry = dice.any(INDUSTRIES);
        boolean isSeasonal = dice.chance(Planted.SEASONAL_SHARE.value());
        String digits = padded(number);
        int size = isTeam ? 2 + dice.pick(TEAM_SIZE_FROM_2) : 1;
        long first = Rhythm.moment(Rhythm.signUpDay(dice), country.clock(), dice);
        List<User> users = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String userId = "u" + digits + (i == 0 ? "" : "-" + (i + 1));
            long signUp = i == 0 ? first : first + Era.HOUR + dice.near0(60 * Era.DAY, 2);
            if (i == 0 || signUp < Era.UNTIL) {
                users.add(User.of(userId, signUp, isTeam, isSeasonal, channel, dice));
            }
        }
        return new Customer((isTeam ? "a" : "u") + digits, isTeam, industry, country, channel, isSeasonal, users);
    }

    User payer() {
        return users.getFirst();
    }

    /// When the last of its users falls silent, if nothing brings them back.
    long silentFrom() {
        return users.stream().mapToLong(User::silentFrom).max().orElseThrow();
    }

    /// Who a user of this customer is on its lines.
    Sender sender(User user) {
        Sender sender = Sender.user(user.id());
        return isTeam ? sender.within(id) : sender;
    }

    private static String padded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }
}
