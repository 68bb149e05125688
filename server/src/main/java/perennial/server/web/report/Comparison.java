package perennial.server.web.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.calendar.Every;
import perennial.core.question.BadOption;
import perennial.core.segment.SegmentFault;
import perennial.server.web.Figures;
import perennial.server.web.report.Chart.Point;
import perennial.server.web.report.Chart.Series;
import perennial.server.web.report.Chart.Tone;

/// Another answer to the same question beside an answer: about the periods before its own, or about a segment. It is
/// there for questions whose picture is one line, whatever they count.
///
/// @param rows those of the other answer by what identifies them
/// @param cell the number of the line
/// @param earlier how many periods earlier the other answer is about; 0 if it is about other people
/// @param name what the other answer is about
record Comparison(Answered answer, Answered other, Map<String, Row> rows, String cell, int earlier, String name) {
    /// What an address compares with if not with a segment.
    static final String BEFORE = "before";

    /// Questions whose picture has several parts.
    private static final Set<String> OF_PARTS =
            Set.of("lifecycle", "traffic", "cancel-reasons", "frequency", "funnel", "at-risk", "paths", "inactivity");

    static boolean isPossible(Inquiry inquiry) {
        return !OF_PARTS.contains(inquiry.kind().name()) && !inquiry.given().containsKey("by");
    }

    /// Whether there are periods before those asked about.
    static boolean hasBefore(Inquiry inquiry) {
        return inquiry.every().filter(every -> every != Every.HOUR).isPresent();
    }

    /// What an inquiry compares with, if it does.
    ///
    /// @throws BadOption if it cannot
    static Optional<Comparison> of(Answered answer, Reporting reporting) {
        return answer.inquiry().compare().filter(_ -> !answer.rows().isEmpty()).map(with -> {
            if (!isPossible(answer.inquiry())) {
                throw fault("this report has several parts already; take out what splits it, or compare another such"
                        + " as active-users, churn or retention");
            }
            return with.equals(BEFORE) ? before(answer, reporting) : beside(answer, with, reporting);
        });
    }

    private static BadOption fault(String sentence) {
        return new BadOption(Inquiry.COMPARE, sentence);
    }

    private static Comparison beside(Answered answer, String segment, Reporting reporting) {
        Inquiry about = answer.inquiry().alone().with("segment", segment);
        try {
            boolean isNow = reporting.answers().segment(segment).comparesOwners()
                    && !about.given().containsKey("segment-at"); // such are judged at one instant alone
            return of(answer, reporting.answered(isNow ? about.with("segment-at", "now") : about), 0, segment);
        } catch (SegmentFault fault) {
            throw fault(String.valueOf(fault.getMessage()));
        }
    }

    private static Comparison before(Answered answer, Reporting reporting) {
        String periods = answer.isTriangle() ? "cohort" : "period";
        List<LocalDate> own = answer.rows().stream()
                .map(row -> Rows.key(row, periods))
                .filter(label -> label.matches("\\d{4}-\\d\\d-\\d\\d"))
                .map(LocalDate::parse)
                .distinct()
                .sorted()
                .toList();
        if (own.isEmpty() || !hasBefore(answer.inquiry())) {
            throw fault(
                    "there are no days, weeks or longer periods here whose like came before; compare with a segment");
        }
        LocalDate until = own.getFirst();
        Inquiry about = answer.inquiry()
                .alone()
                .with("from", shifted(until, -own.size(), answer.every()).toString())
                .with("until", until.toString());
        return of(
                answer,
                since(reporting.begin(about), reporting.answered(about)),
                own.size(),
                own.size() + " " + answer.every() + (own.size() == 1 ? "" : "s") + " before");
    }

    private static Comparison of(Answered answer, Answered other, int earlier, String name) {
        Map<String, Row> rows = new LinkedHashMap<>();
        other.rows().forEach(row -> rows.putIfAbsent(key(row, 0, answer.every()), row));
        return new Comparison(answer, other, rows, Charts.measured(answer), earlier, name);
    }

    /// Without periods before all events: nothing was counted then, which is no 0.
    private static Answered since(Optional<LocalDate> begin, Answered other) {
        return other.only(row -> begin.isPresent()
                && (Rows.key(row, "period").isEmpty()
                        || !LocalDate.parse(Rows.key(row, "period")).isBefore(begin.get())));
    }

    private static LocalDate shifted(LocalDate start, int periods, Every every) {
        return every.plus(start.atStartOfDay(), periods).toLocalDate();
    }

    boolean isBefore() {
        return earlier > 0;
    }

    /// The row of the other answer that stands beside one of the answer.
    Optional<Row> beside(Row row) {
        return Optional.ofNullable(rows.get(key(row, -earlier, answer.every())));
    }

    /// What identifies a row, with its period moved.
    private static String key(Row row, int periods, Every every) {
        List<String> keys = new ArrayList<>();
        row.cells().forEach((name, value) -> {
            switch (value) {
                case Cell.Key(String text) ->
                    keys.add(
                            name.equals("period") && periods != 0
                                    ? shifted(LocalDate.parse(text), periods, every)
                                            .toString()
                                    : text);
                case Cell.Index(int number) -> keys.add(String.valueOf(number));
                case Cell.NoKey _ -> keys.add(Cell.NoKey.WORD);
                case Cell.Count _, Cell.Proportion _, Cell.Real _, Cell.Amount _, Cell.Missing _, Cell.Judged _ -> {
                    // says what was counted
                }
            }
        });
        return String.join("\n", keys);
    }

    /// Both lines on one scale: the periods before in grey, two segments in colours of their own.
    Chart chart(Chart of, Chart beside) {
        if (!(of instanceof Chart.Lines(var along, var axis, var measure, var series))
                || !(beside instanceof Chart.Lines(var otherAlong, var _, var _, var otherSeries))) {
            return of;
        }
        String own = answer.inquiry().settings().text("segment").orElse("Everybody");
        return new Chart.Lines(
                along,
                axis,
                measure,
                List.of(
                        new Series(
                                isBefore() ? Words.heading(cell) : own,
                                isBefore() ? Tone.PINE : Tone.OTHER,
                                series.getFirst().points()),
                        new Series(
                                name,
                                isBefore() ? Tone.GREY : Tone.OTHER,
                                aligned(
                                        along,
                                        otherAlong,
                                        otherSeries.getFirst().points()))));
    }

    /// The points of the other line at the places of this one: by their names, or the last of the periods before at the
    /// last place.
    private List<Point> aligned(List<String> along, List<String> otherAlong, List<Point> points) {
        if (isBefore() && !answer.isTriangle()) {
            int missing = along.size() - points.size();
            return IntStream.range(0, along.size())
                    .mapToObj(i -> i < missing ? Point.none() : plain(points.get(i - missing)))
                    .toList();
        }
        Map<String, Point> byName = new LinkedHashMap<>();
        IntStream.range(0, points.size()).forEach(i -> byName.putIfAbsent(otherAlong.get(i), points.get(i)));
        return along.stream()
                .map(each ->
                        Optional.ofNullable(byName.get(each)).map(this::plain).orElseGet(Point::none))
                .toList();
    }

    /// A grey line has no band: it is there to be compared with.
    private Point plain(Point point) {
        return isBefore()
                ? new Point(point.value(), OptionalDouble.empty(), OptionalDouble.empty(), point.isSoFar(), point.who())
                : point;
    }

    /// What the number that stands for the answer is there, and whether they differ by more than the noise.
    String sentence() {
        Optional<Row> row = answer.isTriangle() ? Retained.headline(answer) : answer.last(cell);
        String who = "Of " + name.replace('*', '∗');
        return row.flatMap(this::beside)
                .filter(there -> Answered.number(there, cell).isPresent())
                .map(there ->
                        (isBefore() ? " It was *" + text(there) + "* " + name : " " + who + ": *" + text(there) + "*")
                                + verdict(row.orElseThrow(), there) + ".")
                .orElse(isBefore() ? " There are no " + name + " to compare with." : " " + who + " nobody is counted.");
    }

    private String text(Row row) {
        double number = Answered.number(row, cell).orElseThrow();
        return switch (row.cells().getOrDefault(cell, new Cell.Missing())) {
            case Cell.Proportion _ -> Figures.percent(number);
            case Cell.Count _ -> Figures.whole(Math.round(number));
            case Cell.Real _, Cell.Key _, Cell.NoKey _, Cell.Index _, Cell.Amount _, Cell.Missing _, Cell.Judged _ ->
                Figures.real(number);
        };
    }

    private String verdict(Row row, Row there) {
        if (!Answered.hasInterval(row) || !Answered.hasInterval(there)) {
            return "";
        }
        double change = Answered.number(there, cell).orElseThrow()
                - Answered.number(row, cell).orElseThrow();
        return Answered.isNoise(row, there)
                ? ", too close to tell apart"
                : ", " + Figures.points(Math.abs(change)).substring(1) + (change > 0 ? " more" : " less");
    }
}
