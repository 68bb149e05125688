package perennial.server.web.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.calendar.Every;
import perennial.core.customer.Owner;
import perennial.core.question.People;
import perennial.core.segment.Period;
import perennial.core.segment.Segment;
import perennial.core.segment.Times;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import perennial.store.answer.Answers;

/// The people behind a number as a segment. What the number seems to say is written in the language of
/// segments and taken only if it means exactly these people, so that a question that this does not know, or
/// an option that it does not look at, leads to no wrong segment.
record Behind(Inquiry inquiry, Row row) {
    private static final int INACTIVE_AFTER = 30;

    /// The segment; empty where none is known that says who they are.
    static Optional<Segment> of(Inquiry inquiry, People people, Answers answers) {
        try {
            return new Behind(inquiry, people.row())
                    .said(people.count())
                    .map(segment -> within(segment, inquiry, people.row(), answers))
                    .filter(segment -> means(segment, people, inquiry, answers));
        } catch (IllegalArgumentException | DateTimeException unsaid) {
            return Optional.empty();
        }
    }

    private static boolean means(Segment segment, People people, Inquiry inquiry, Answers answers) {
        Set<Owner> meant = new HashSet<>();
        answers.members("(" + segment + ")", inquiry.kind().unit(inquiry.options()), Optional.empty())
                .members()
                .forEachRemaining(member -> meant.add(member.owner()));
        return meant.equals(Set.copyOf(people.owners()));
    }

    /// Of the group and the segment that were asked for.
    private static Segment within(Segment segment, Inquiry inquiry, Row row, Answers answers) {
        List<Segment> all = new ArrayList<>(segment instanceof Segment.All(var of) ? of : List.of(segment));
        inquiry.settings().text("segment").ifPresent(text -> all.add(named(text.strip(), answers)));
        inquiry.settings()
                .text("by")
                .ifPresent(by -> all.add(new Segment.Trait(new Condition.Compare(
                        by.replaceFirst("^trait:", ""), Condition.Operator.EQUAL, Rows.key(row, "group")))));
        return all.size() == 1 ? all.getFirst() : new Segment.All(all);
    }

    /// A name goes before an expression, as in questions.
    private static Segment named(String text, Answers answers) {
        boolean isName = answers.segments().rows().stream()
                .anyMatch(each -> Rows.key(each, "name").equalsIgnoreCase(text));
        return isName ? new Segment.Named(text) : Segment.parse(text);
    }

    private Optional<Segment> said(String count) {
        return switch (inquiry.kind().name() + " " + count) {
            case "active-users customers" -> Optional.of(did(period(0)));
            case "acquisition new", "lifecycle new" -> Optional.of(new Segment.FirstDid(event("event"), period(0)));
            case "lifecycle active" -> Optional.of(did(period(0)));
            case "lifecycle returning" -> Optional.of(all(did(period(-1)), did(period(0))));
            case "lifecycle dormant" -> Optional.of(all(did(period(-1)), not(did(period(0)))));
            case "lifecycle reactivated" ->
                Optional.of(all(did(period(0)), not(did(period(-1))), did(new Period.Before(start(-1)))));
            case "reactivation inactive" -> Optional.of(inactive());
            case "reactivation reactivated" -> Optional.of(all(did(period(0)), inactive()));
            case "churn churned", "winback ended" -> Optional.of(new Segment.LifeEnded(Optional.empty(), period(0)));
            case "cancel-reasons ended" ->
                Optional.of(new Segment.LifeEnded(Optional.of(Rows.key(row, "reason")), period(0)));
            case "retention size", "retention eligible" -> Optional.of(new Segment.FirstDid(event("start"), cohort(0)));
            case "retention returned" ->
                Optional.of(all(
                        new Segment.FirstDid(event("start"), cohort(0)),
                        did(event("return"), cohort(Integer.parseInt(Rows.key(row, "n"))))));
            default -> Optional.empty();
        };
    }

    private Segment inactive() {
        LocalDate start = start(0);
        int days = inquiry.settings()
                .text("inactive-after")
                .map(text -> Integer.parseInt(text.replaceFirst("d$", "")))
                .orElse(INACTIVE_AFTER);
        return all(
                not(did(new Period.Between(start.minusDays(days), start))),
                did(new Period.Before(start.minusDays(days))));
    }

    private static Segment all(Segment... parts) {
        List<Segment> all = new ArrayList<>();
        for (Segment part : parts) {
            all.addAll(part instanceof Segment.All(var of) ? of : List.of(part));
        }
        return new Segment.All(all);
    }

    private static Segment not(Segment segment) {
        return new Segment.Not(segment);
    }

    private Segment did(Period period) {
        return did(event("event"), period);
    }

    private static Segment did(Selection selection, Period period) {
        return new Segment.Did(selection, Times.ONCE_OR_MORE, period);
    }

    private Selection event(String option) {
        return inquiry.settings().text(option).map(Selection::parse).orElse(Selection.ACTIVITY);
    }

    private Period period(int later) {
        return new Period.Between(start(later), start(later + 1));
    }

    private Period cohort(int later) {
        LocalDate first = LocalDate.parse(Rows.key(row, "cohort"));
        return new Period.Between(plus(first, later), plus(first, later + 1));
    }

    private LocalDate start(int later) {
        return plus(LocalDate.parse(Rows.key(row, "period")), later);
    }

    private LocalDate plus(LocalDate first, int periods) {
        Every every =
                inquiry.every().orElseThrow(() -> new IllegalArgumentException("Only periods of days can be said"));
        return every.plus(first.atStartOfDay(), periods).toLocalDate();
    }
}
