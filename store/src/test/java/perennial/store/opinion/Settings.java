package perennial.store.opinion;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;

/// What a workspace says about its histories.
record Settings(
        ZoneId zone, DayOfWeek weekStart, List<String> passive, List<String> startNames, List<String> endNames) {

    /// The standard names of contracts, and one passive name.
    static Settings of(ZoneId zone, DayOfWeek weekStart) {
        return new Settings(
                zone,
                weekStart,
                List.of("Email Sent"),
                List.of("Subscription Started"),
                List.of("Subscription Cancelled"));
    }
}
