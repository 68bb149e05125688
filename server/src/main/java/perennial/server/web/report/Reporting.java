package perennial.server.web.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.catalogue.Catalogue;
import perennial.core.history.History;
import perennial.core.question.BadOption;
import perennial.core.question.People;
import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.server.web.Place;
import perennial.server.web.builder.SegmentAddress;
import perennial.server.web.report.ReportView.AnswerView;
import perennial.server.web.report.ReportView.Card;
import perennial.store.annotation.Annotation;
import perennial.store.answer.Answers;

/// Asks a question and makes a report of the answer.
///
/// @param annotations what happened that numbers may follow
/// @param isAnalyst whether who reads it may see people and keep dashboards
/// @param isExplained whether it says which events it rests on
public record Reporting(
        Page page, Answers answers, List<Annotation> annotations, boolean isAnalyst, boolean isExplained) {
    /// Whom a campaign is for that begins at a report on who left.
    private static final String LATELY_GONE = "life ended in last 90 days";

    public Reporting(Page page, Answers answers, List<Annotation> annotations, boolean isAnalyst) {
        this(page, answers, annotations, isAnalyst, false);
    }

    /// The report, about the last periods unless asked otherwise; a setting that cannot be used is told where the
    /// finding stands, beside its field.
    public ReportView report(Inquiry asked) {
        History history = answers.history(asked.kind().unit(asked.options()));
        Inquiry inquiry = asked.recent(history);
        Optional<String> missing = inquiry.missing()
                .map(option -> "Which event? Name one where it says “" + Words.option(option.name()) + "” below.");
        if (missing.isPresent()) {
            return view(inquiry, history, Sentence.of(missing.get()), List.of(), Optional.empty(), Optional.empty());
        }
        try {
            Answered answer = answered(inquiry);
            Optional<Comparison> comparison = Comparison.of(answer, this);
            Optional<People> people = inquiry.cell().map(cell -> answers.who(inquiry.kind(), inquiry.options(), cell));
            return view(
                    inquiry,
                    history,
                    answer.rows().isEmpty()
                            ? Sentence.of(empty(answer))
                            : Findings.of(answer, comparison, new Notes(answer, annotations)),
                    basis(answer),
                    Optional.of(shown(answer, comparison, people, asked)),
                    Optional.empty());
        } catch (BadOption fault) {
            String sentence = "This cannot be counted: “" + Words.option(fault.option()) + "” " + fault.fault() + ".";
            return view(
                    inquiry,
                    history,
                    Sentence.of(sentence.replace('*', '∗')),
                    List.of(),
                    Optional.empty(),
                    Optional.of(fault));
        }
    }

    private ReportView view(
            Inquiry inquiry,
            History history,
            Sentence finding,
            List<String> basis,
            Optional<AnswerView> answer,
            Optional<BadOption> fault) {
        var bar = QuestionBar.of(inquiry, history, segments(), fault);
        return new ReportView(
                page, finding, basis, bar, bar.isMoreUsed(inquiry) || fault.isPresent(), answer, also(inquiry));
    }

    private static List<ReportView.Link> also(Inquiry inquiry) {
        Title title = Title.of(inquiry.kind());
        List<ReportView.Link> also = new ArrayList<>(title.also().stream()
                .map(name -> new ReportView.Link(Title.of(Catalogue.named(name)).text(), "/reports/" + name))
                .toList());
        if (title.place() == Place.WINBACK && !inquiry.kind().name().equals("at-risk")) { // those are still there
            also.add(new ReportView.Link("Win them back: plan a campaign", SegmentAddress.campaign(LATELY_GONE)));
        }
        return also;
    }

    private List<String> segments() {
        return answers.segments().rows().stream()
                .map(row -> Rows.key(row, "name"))
                .toList();
    }

    private static String empty(Answered answer) {
        return answer.asked().notes().isEmpty()
                ? "Nobody is counted with these settings."
                : answer.asked().notes().getFirst();
    }

    private static List<String> basis(Answered answer) {
        List<String> basis = new ArrayList<>();
        Optional<Row> row = answer.isTriangle()
                ? Retained.headline(answer)
                : answer.isSplit() ? Optional.empty() : answer.last("value");
        row.filter(each -> Rows.real(each, "low").isPresent())
                .ifPresent(each -> basis.add(
                        "95% interval " + Figures.interval(Answered.real(each, "low"), Answered.real(each, "high"))));
        basis.add(
                "As of " + Figures.moment(answer.asked().asOf(), answer.asked().zone()));
        return basis;
    }

    /// The first period of an inquiry that events reach; none without events.
    Optional<LocalDate> begin(Inquiry inquiry) {
        History history = answers.history(inquiry.kind().unit(inquiry.options()));
        return history.firstTime().stream()
                .mapToObj(first -> inquiry.every()
                        .orElseThrow()
                        .floor(
                                history.calendar().local(first),
                                history.calendar().weekStart())
                        .toLocalDate())
                .findFirst();
    }

    Answered answered(Inquiry inquiry) {
        return new Answered(inquiry, answers.ask(inquiry.kind(), inquiry.options()), isAnalyst);
    }

    private AnswerView shown(Answered answer, Optional<Comparison> comparison, Optional<People> people, Inquiry asked) {
        Optional<InWords> words = people.map(found -> InWords.of(answer, found));
        return new AnswerView(
                cards(answer, comparison),
                TableView.of(answer, comparison),
                answer.asked().notes(),
                answer.asked().rules(),
                words.isPresent() ? words : InWords.ofHeadline(answer),
                people.map(found -> PeopleView.of(answer.inquiry(), found, answers)),
                isExplained ? Optional.of(explained(answer)) : Optional.empty(),
                answer.inquiry().explained(),
                answer.inquiry().withoutCell().export("csv"),
                answer.inquiry().withoutCell().export("json"),
                Optional.of(asked.withoutCell().pin()).filter(_ -> isAnalyst));
    }

    private ExplainView explained(Answered answer) {
        Inquiry inquiry = answer.inquiry();
        return ExplainView.of(
                answers.explain(inquiry.kind(), inquiry.options()),
                inquiry.kind().unit(inquiry.options()),
                answer.asked().zone(),
                inquiry.address());
    }

    private List<Card> cards(Answered answer, Optional<Comparison> comparison) {
        Title title = Title.of(answer.inquiry().kind());
        if (!answer.inquiry().kind().name().equals("retention")
                || answer.isSplit()
                || answer.rows().isEmpty()) {
            return Charts.of(answer)
                    .map(chart -> compared(chart, comparison))
                    .map(chart -> new Card(
                            "chart", title.chart(), chart, foot(answer), notes(answer, chart), noting(answer, chart)))
                    .stream()
                    .toList();
        }
        boolean isOn =
                answer.inquiry().settings().text("rule").filter("on"::equals).isPresent();
        Optional<Answered> orLater = Optional.of(answer.inquiry())
                .filter(_ -> isOn && comparison.isEmpty())
                .map(inquiry -> inquiry.with("rule", "on-or-after"))
                .map(this::answered);
        return List.of(
                new Card(
                        "curve",
                        title.chart(),
                        compared(Retained.curve(answer, orLater), comparison),
                        orLater.map(_ ->
                                "Between the two lines: " + answer.inquiry().people() + " who skip a " + answer.every()
                                        + " but are not gone. “Or later” can only look as far as today, so it bends down at the"
                                        + " end."),
                        List.of(),
                        Optional.empty()),
                new Card(
                        "triangle",
                        "By the " + answer.every() + " they came",
                        Retained.triangle(answer),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    private List<ReportView.Note> notes(Answered answer, Chart chart) {
        return chart instanceof Chart.Drawn ? new Notes(answer, annotations).shown() : List.of();
    }

    private Optional<String> noting(Answered answer, Chart chart) {
        return chart instanceof Chart.Drawn && isAnalyst && new Notes(answer, annotations).isOverTime()
                ? Optional.of(answer.inquiry().withoutCell().address())
                : Optional.empty();
    }

    private static Chart compared(Chart chart, Optional<Comparison> comparison) {
        return comparison
                .map(each -> each.chart(
                        chart,
                        each.other().isTriangle()
                                ? Retained.curve(each.other(), Optional.empty())
                                : Charts.of(each.other()).orElse(chart)))
                .orElse(chart);
    }

    private static Optional<String> foot(Answered answer) {
        return switch (answer.inquiry().kind().name()) {
            case "lifecycle" ->
                Optional.of("Active = new + came back + returning. Went quiet: active the " + answer.every()
                        + " before, not in this one; many return.");
            case "active-users" -> Optional.of("Distinct people of each " + answer.every() + ": never add them up.");
            default -> Optional.empty();
        };
    }
}
