package perennial.app.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.app.show.Numbers;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.core.question.Asked;

/// What an answer says in one sentence, read from its last complete row: what is still running on would mislead.
final class Finding {
    private static final String NOTHING = "There is no complete month yet to say anything about.";
    private static final int MOST_CHANNELS = 4;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Finding() {}

    static String active(Asked asked) {
        List<Row> complete = complete(asked, "customers");
        if (complete.isEmpty()) {
            return NOTHING;
        }
        Row last = complete.getLast();
        long now = Rows.count(last, "customers");
        long before = complete.size() < 2 ? 0 : Rows.count(complete.get(complete.size() - 2), "customers");
        String change = before == 0
                ? ""
                : now == before
                        ? ", as many as the month before"
                        : ", " + Numbers.percent(Math.abs((double) (now - before) / before))
                                + (now > before ? " more" : " fewer") + " than the month before";
        return "In " + month(last) + " " + Numbers.whole(now) + " were active" + change + ".";
    }

    /// Where the sessions of the newest complete month come from; its rows stand in the order of their sessions.
    static String traffic(Asked asked) {
        return last(asked, "share")
                .map(last -> {
                    List<Row> month = complete(asked, "share").stream()
                            .filter(row -> Rows.key(row, "period").equals(Rows.key(last, "period")))
                            .toList();
                    long sessions = month.stream()
                            .mapToLong(row -> Rows.count(row, "sessions"))
                            .sum();
                    return "Of " + Numbers.whole(sessions) + " sessions in " + month(last) + ": "
                            + String.join(
                                    ", ",
                                    month.stream()
                                            .limit(MOST_CHANNELS)
                                            .map(row -> Rows.key(row, "channel") + " " + share(row, "share"))
                                            .toList())
                            + ".";
                })
                .orElse(NOTHING);
    }

    static String funnel(Asked asked) {
        List<Row> complete = complete(asked, "value");
        return complete.isEmpty()
                ? "No attempt is over yet."
                : "Of " + Numbers.whole(Rows.count(complete.getFirst(), "customers")) + " with \""
                        + Rows.key(complete.getFirst(), "event") + "\" "
                        + String.join(
                                ", ",
                                complete.stream()
                                        .skip(1)
                                        .map(row -> share(row) + " came to \"" + Rows.key(row, "event") + "\"")
                                        .toList())
                        + ".";
    }

    static String lifecycle(Asked asked) {
        return last(asked, "active")
                .map(row -> {
                    double active = Math.max(1, Rows.count(row, "active"));
                    return "Of those active in " + month(row) + ", "
                            + Numbers.percent(Rows.count(row, "new") / active) + " were new, "
                            + Numbers.percent(Rows.count(row, "returning") / active)
                            + " had been there the month before and "
                            + Numbers.percent(Rows.count(row, "reactivated") / active) + " came back after a pause; "
                            + Numbers.whole(Rows.count(row, "dormant")) + " of the month before stayed away.";
                })
                .orElse(NOTHING);
    }

    static String retention(Asked asked) {
        String shares = String.join(
                ", ",
                asked.rows().stream()
                        .filter(row -> Rows.key(row, "cohort").equals("all"))
                        .filter(row -> List.of("1", "3", "6", "12").contains(Rows.key(row, "n")))
                        .filter(row -> Rows.real(row, "value").isPresent())
                        .map(row -> share(row) + " in month " + Rows.key(row, "n"))
                        .toList());
        return shares.isEmpty() ? NOTHING : "Of all who came, so many were active again: " + shares + ".";
    }

    static String inactivity(Asked asked) {
        String half = days(asked, "0.5");
        String most = days(asked, "0.95");
        String suggested = days(asked, "suggested");
        return "Half of all pauses are over by day " + half + ", 95 % by day " + most + "."
                + (suggested.isEmpty()
                        ? " The history is too short to say from when on silence means goodbye."
                        : " After " + suggested + " silent days fewer than 5 % come back within a year.");
    }

    static String reactivation(Asked asked) {
        return last(asked, "value")
                .map(row -> "In " + month(row) + " " + share(row) + " of the "
                        + Numbers.whole(Rows.count(row, "inactive")) + " inactive came back.")
                .orElse(NOTHING);
    }

    static String usageChurn(Asked asked) {
        return last(asked, "value")
                .map(row -> share(row) + " of those in use at the start of " + month(row)
                        + " had fallen silent at its end.")
                .orElse(NOTHING);
    }

    static String contractChurn(Asked asked) {
        return last(asked, "value")
                .map(row -> share(row) + " of those with a contract at the start of " + month(row)
                        + " had none at its end.")
                .orElse(NOTHING);
    }

    static String cohortReading(Asked asked) {
        return last(asked, "value")
                .map(row -> "Of those who left in " + month(row) + ", " + share(row)
                        + " had a new contract within 90 days.")
                .orElse(NOTHING);
    }

    static String periodReading(Asked asked) {
        return last(asked, "value")
                .map(row -> "Of the " + Numbers.whole(Rows.count(row, "lapsed"))
                        + " without a contract at the start of " + month(row) + ", " + share(row) + " came back in it.")
                .orElse(NOTHING);
    }

    static String ratioReading(Asked asked) {
        return last(asked, "value")
                .map(row -> "In " + month(row) + " " + Numbers.whole(Rows.count(row, "ended")) + " contracts ended and "
                        + Numbers.whole(Rows.count(row, "returned")) + " customers returned: no share, since they are"
                        + " different people.")
                .orElse(NOTHING);
    }

    private static Optional<Row> last(Asked asked, String cell) {
        List<Row> complete = complete(asked, cell);
        return complete.isEmpty() ? Optional.empty() : Optional.of(complete.getLast());
    }

    private static List<Row> complete(Asked asked, String cell) {
        return asked.rows().stream()
                .filter(row -> row.state() == State.COMPLETE)
                .filter(row -> !(row.cells().getOrDefault(cell, new Cell.Missing()) instanceof Cell.Missing))
                .toList();
    }

    private static String month(Row row) {
        return MONTH.format(LocalDate.parse(Rows.key(row, "period")));
    }

    private static String share(Row row) {
        return share(row, "value");
    }

    private static String share(Row row, String cell) {
        OptionalDouble value = Rows.real(row, cell);
        return value.isPresent() ? Numbers.percent(value.getAsDouble()) : "an unknown share";
    }

    private static String days(Asked asked, String quantile) {
        return asked.rows().stream()
                .filter(row -> Rows.key(row, "quantile").equals(quantile))
                .map(row -> Rows.key(row, "days"))
                .findFirst()
                .orElse("");
    }
}
