package perennial.app.report;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import perennial.app.show.Bars;
import perennial.app.show.Program;
import perennial.app.show.Screen;
import perennial.app.show.TerminalAnswer;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Asked;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;

/// The questions a team asks first, about the last twelve months and the one that runs on.
///
/// @param workspace as the commands printed beside the answers name it
/// @param program as those commands call it
/// @param engine what answers a question
public record Report(
        String workspace, Program program, Screen screen, BiFunction<QuestionKind, Options, Asked> engine) {
    private static final int MONTHS = 12;

    /// Asks everything and prints it part by part, as the answers come.
    public void print(PrintWriter out) {
        Asked weeks = engine.apply(Catalogue.named("active-users"), Options.NONE.with("every", "week"));
        out.println();
        print(complete(weeks), out);
        LocalDate month =
                weeks.asOf().minusMillis(1).atZone(weeks.zone()).toLocalDate().withDayOfMonth(1);
        for (Section section : sections(month.minusMonths(MONTHS).toString(), month.toString())) {
            print(section, out);
        }
    }

    private void print(Section section, PrintWriter out) {
        Asked asked = engine.apply(Catalogue.named(section.question()), section.options());
        out.println();
        out.println(screen.emphasised(section.heading()));
        screen.wrap(section.finding().apply(asked)).forEach(out::println);
        out.println();
        new TerminalAnswer(asked, screen).picture().forEach(out::println);
        out.println();
        out.println("  " + section.command(program, workspace));
        out.flush();
    }

    /// The newest complete weeks that fit on one line.
    private List<Row> complete(Asked weeks) {
        List<Row> all = weeks.rows().stream()
                .filter(row -> row.state() == State.COMPLETE)
                .toList();
        return all.subList(Math.max(0, all.size() - screen.width()), all.size());
    }

    private static void print(List<Row> weeks, PrintWriter out) {
        if (!weeks.isEmpty()) {
            out.println("Active in each week from " + Rows.key(weeks.getFirst(), "period") + " to that of "
                    + Rows.key(weeks.getLast(), "period") + ":");
            out.println(Bars.sparkline(
                    weeks.stream().map(row -> Rows.count(row, "customers")).toList()));
        }
    }

    private static List<Section> sections(String from, String month) {
        Map<String, String> months = Map.of("every", "month", "from", from);
        return List.of(
                Section.of("What brings them?", "traffic", Map.of("every", "month", "from", month), Finding::traffic),
                new Section(
                        "Who becomes a customer?",
                        "funnel",
                        Options.NONE
                                .with("unit", "visitor")
                                .with("from", from)
                                .with("step", "Page Viewed")
                                .with("step", "Signed Up")
                                .with("step", "Subscription Started")
                                .with("within", "60d"),
                        Finding::funnel),
                Section.of("Who is active?", "active-users", months, Finding::active),
                Section.of("Who comes, stays, goes?", "lifecycle", months, Finding::lifecycle),
                Section.of(
                        "Who stays?",
                        "retention",
                        Map.of("every", "month", "from", from, "entry", "first-ever"),
                        Finding::retention),
                Section.of("How long does silence last?", "inactivity", Map.of(), Finding::inactivity),
                Section.of("Who of the silent comes back?", "reactivation", months, Finding::reactivation),
                Section.of("Who falls silent?", "churn", with(months, "basis", "usage"), Finding::usageChurn),
                Section.of(
                        "Who ends the contract?", "churn", with(months, "basis", "contract"), Finding::contractChurn),
                Section.of(
                        "Won back, of those who left in a month",
                        "winback",
                        with(months, "reading", "cohort"),
                        Finding::cohortReading),
                Section.of(
                        "Won back, of all who are gone",
                        "winback",
                        with(months, "reading", "period"),
                        Finding::periodReading),
                Section.of("Returns beside ends", "winback", with(months, "reading", "ratio"), Finding::ratioReading));
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var more = new java.util.TreeMap<>(settings);
        more.put(name, value);
        return more;
    }
}
