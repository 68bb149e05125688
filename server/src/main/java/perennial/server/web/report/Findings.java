package perennial.server.web.report;

import java.util.List;
import java.util.Optional;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.server.web.Figures;

/// What an answer says in one sentence, read from its last complete rows: what is still running would mislead.
final class Findings {
    private static final String NOTHING_YET = "No period of this range is over yet, so there is nothing to conclude.";

    private Findings() {}

    /// With what it follows, and what is said of what it is compared with.
    static Sentence of(Answered answer, Optional<Comparison> comparison, Notes notes) {
        Optional<String> found = answer.isSplit()
                ? split(answer)
                : switch (answer.inquiry().kind().name()) {
                    case "active-users" -> active(answer);
                    case "lifecycle" -> lifecycle(answer);
                    case "acquisition" -> acquisition(answer);
                    case "retention" -> retention(answer);
                    case "return-curve" -> returnCurve(answer);
                    case "funnel" -> funnel(answer);
                    case "traffic" -> largestPart(answer, "channel", "sessions", "sessions came by");
                    case "cancel-reasons" -> largestPart(answer, "reason", "ended", "who left gave as reason");
                    case "inactivity" -> inactivity(answer);
                    case "at-risk" -> atRisk(answer);
                    case "frequency", "paths", "sessions" ->
                        Optional.of(answer.inquiry().kind().answers());
                    default -> share(answer);
                };
        return Sentence.of(found.orElse(NOTHING_YET)
                + notes.sentence()
                + comparison.map(Comparison::sentence).orElse(""));
    }

    private static Optional<String> active(Answered answer) {
        return answer.last("customers").map(row -> {
            long now = Rows.count(row, "customers");
            String change = answer.before("customers")
                    .map(before -> change(now, Rows.count(before, "customers"), answer))
                    .orElse("");
            return "*" + Figures.whole(now) + "* were active " + answer.during(row) + change + ".";
        });
    }

    private static String change(long now, long before, Answered answer) {
        if (before == 0 || now == before) {
            return before == 0 ? "" : ", as many as the " + answer.every() + " before";
        }
        return ", *" + Figures.percent(Math.abs((double) (now - before) / before)) + "* "
                + (now > before ? "more" : "fewer") + " than the " + answer.every() + " before";
    }

    private static Optional<String> lifecycle(Answered answer) {
        return answer.last("active").map(row -> {
            long joined = Rows.count(row, "new") + Rows.count(row, "reactivated");
            long net = joined - Rows.count(row, "dormant");
            return capital(answer.during(row)) + " *" + Figures.whole(Rows.count(row, "dormant"))
                    + "* " + answer.inquiry().people() + " went quiet, *"
                    + Figures.whole(Rows.count(row, "reactivated"))
                    + "* came out of it and *" + Figures.whole(Rows.count(row, "new")) + "* were new: "
                    + (net == 0
                            ? "as many active as the " + answer.every() + " before."
                            : Figures.whole(Math.abs(net)) + (net > 0 ? " more" : " fewer") + " active than the "
                                    + answer.every() + " before.");
        });
    }

    private static Optional<String> acquisition(Answered answer) {
        return answer.last("new")
                .map(row -> "*" + Figures.whole(Rows.count(row, "new")) + "* came " + answer.during(row)
                        + "; there are *" + Figures.whole(Rows.count(row, "total")) + "* by now.");
    }

    private static Optional<String> retention(Answered answer) {
        return Retained.headline(answer)
                .map(row -> "*" + Figures.percent(Answered.real(row, "value"))
                        + "* of new " + answer.inquiry().people() + " are "
                        + (isOrLater(answer) ? "active" : "still active") + " in "
                        + answer.every()
                        + " " + Rows.key(row, "n") + (isOrLater(answer) ? " or later" : "") + ": "
                        + Figures.whole(Rows.count(row, "returned")) + " of "
                        + Figures.whole(Rows.count(row, "eligible"))
                        + " whose " + answer.every() + " " + Rows.key(row, "n") + " is over.");
    }

    private static boolean isOrLater(Answered answer) {
        return answer.inquiry()
                .settings()
                .text("rule")
                .filter("on-or-after"::equals)
                .isPresent();
    }

    private static Optional<String> returnCurve(Answered answer) {
        return answer.last("value")
                .map(row -> "*" + Figures.percent(Answered.real(row, "value")) + "* of those who left are back within "
                        + Rows.key(row, "day") + " days.");
    }

    private static Optional<String> funnel(Answered answer) {
        List<Row> steps = answer.complete("value");
        if (steps.size() < 2) {
            return Optional.empty();
        }
        Row worst = steps.get(1);
        for (int i = 1; i < steps.size(); i++) {
            worst = kept(steps, i) < kept(steps, steps.indexOf(worst)) ? steps.get(i) : worst;
        }
        return Optional.of("*" + Figures.percent(Answered.real(steps.getLast(), "value")) + "* of "
                + Figures.whole(Rows.count(steps.getFirst(), "customers")) + " came from "
                + name(steps.getFirst(), "event") + " to " + name(steps.getLast(), "event")
                + (steps.size() > 2 ? "; most were lost before " + name(worst, "event") : "") + ".");
    }

    private static double kept(List<Row> steps, int step) {
        return (double) Rows.count(steps.get(step), "customers")
                / Math.max(1, Rows.count(steps.get(step - 1), "customers"));
    }

    private static Optional<String> largestPart(Answered answer, String part, String count, String words) {
        return answer.last(count).map(last -> {
            List<Row> period = answer.complete(count).stream()
                    .filter(row -> Rows.key(row, "period").equals(Rows.key(last, "period")))
                    .toList();
            long all = period.stream().mapToLong(row -> Rows.count(row, count)).sum();
            Row most = period.stream()
                    .max(java.util.Comparator.comparingLong(row -> Rows.count(row, count)))
                    .orElseThrow();
            return "*" + Figures.percent((double) Rows.count(most, count) / Math.max(1, all)) + "* of "
                    + Figures.whole(all) + " " + words + " " + name(most, part) + " " + answer.during(last)
                    + ", more than by any other.";
        });
    }

    private static Optional<String> inactivity(Answered answer) {
        return answer.rows().stream()
                .filter(row -> Rows.key(row, "quantile").equals("0.5"))
                .findFirst()
                .map(row -> "Half of all pauses are over by day *" + Rows.key(row, "days") + "*.");
    }

    private static Optional<String> atRisk(Answered answer) {
        int shown = answer.rows().size();
        boolean isCut = answer.inquiry()
                .settings()
                .text("limit")
                .filter(String.valueOf(shown)::equals)
                .isPresent();
        String unit = answer.inquiry().kind().unit(answer.inquiry().options()).toString();
        return Optional.of(
                shown == 0
                        ? "Nobody is silent for longer than their own rhythm."
                        : (isCut ? "At least *" : "*") + Figures.whole(shown)
                                + "* " + (shown == 1 ? unit + " is" : unit + "s are")
                                + " silent for longer than their own rhythm, those that matter most first.");
    }

    /// A share over its periods: what it is, and whether it moved by more than the noise.
    private static Optional<String> share(Answered answer) {
        return answer.last("value").map(row -> {
            double now = Answered.real(row, "value");
            String counted = Rows.real(row, "low").isPresent() ? Figures.percent(now) : plain(answer, row);
            String change = answer.before("value")
                    .map(before -> moved(row, before, answer))
                    .orElse("");
            return "*" + counted + "* " + meaning(answer) + " " + answer.during(row) + change + ".";
        });
    }

    private static String plain(Answered answer, Row row) {
        return row.cells().get("value") instanceof perennial.core.answer.Cell.Proportion(double share)
                ? Figures.percent(share)
                : Figures.real(Answered.real(row, "value"));
    }

    private static String moved(Row row, Row before, Answered answer) {
        if (!Answered.hasInterval(row) || !Answered.hasInterval(before)) {
            return "";
        }
        double change = Answered.real(row, "value") - Answered.real(before, "value");
        return Answered.isNoise(row, before)
                ? ", about the same as the " + answer.every() + " before"
                : ", " + Figures.points(Math.abs(change)).substring(1) + (change > 0 ? " more" : " less") + " than the "
                        + answer.every() + " before";
    }

    /// Whether it sets returns beside ends, which is no share.
    private static boolean isRatio(Answered answer) {
        return answer.inquiry()
                .settings()
                .text("reading")
                .filter("ratio"::equals)
                .isPresent();
    }

    private static String meaning(Answered answer) {
        return switch (answer.inquiry().kind().name()) {
            case "churn" -> "of those there at the start had left";
            case "winback" -> isRatio(answer) ? "came back for each who left" : "of those who left came back";
            case "reactivation" -> "of the inactive became active again";
            case "stickiness" -> "of the active were so on an average day";
            case "adoption" -> "of the active used it";
            default -> "is the value";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A name that people chose; a star of it is no mark.
    private static String name(Row row, String key) {
        return Rows.key(row, key).replace('*', '∗');
    }

    private static Optional<String> split(Answered answer) {
        return Optional.of(answer.inquiry().kind().answers());
    }
}
