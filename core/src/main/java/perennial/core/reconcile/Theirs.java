package perennial.core.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import perennial.core.calendar.Every;

/// The numbers of another tool.
public record Theirs(SequencedMap<Place, Double> numbers) {

    /// What a number is of: the period that begins on a date, and for retention the periods since (else 0).
    public record Place(LocalDate period, int n) {}

    public Theirs {
        numbers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numbers));
        if (numbers.isEmpty()) {
            throw new BadNumbers("There is no number to reconcile; give a row for each period");
        }
    }

    /// Whether they are shares, between 0 and 1 with a fraction among them.
    boolean isShare() {
        return numbers.values().stream().allMatch(number -> number >= 0 && number <= 1)
                && numbers.values().stream().anyMatch(number -> number % 1 != 0);
    }

    /// The periods by the steps between their dates: days, weeks or months.
    public Every every() {
        List<LocalDate> dates =
                numbers.keySet().stream().map(Place::period).distinct().sorted().toList();
        long step = Long.MAX_VALUE;
        for (int i = 1; i < dates.size(); i++) {
            step = Math.min(step, ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)));
        }
        boolean areFirsts = dates.stream().allMatch(date -> date.getDayOfMonth() == 1);
        return areFirsts && step >= 28 ? Every.MONTH : step >= 7 && step % 7 == 0 ? Every.WEEK : Every.DAY;
    }

    LocalDate first() {
        return numbers.keySet().stream()
                .map(Place::period)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    LocalDate last() {
        return numbers.keySet().stream()
                .map(Place::period)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /// How far other numbers are from these, summed over the places that both have.
    double distance(Map<Place, Double> others) {
        return numbers.entrySet().stream()
                .filter(each -> others.containsKey(each.getKey()))
                .mapToDouble(each -> Math.abs(each.getValue() - others.getOrDefault(each.getKey(), 0.0)))
                .sum();
    }
}
