package perennial.server.web.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import perennial.core.calendar.Every;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.question.UnknownNames;
import perennial.core.segment.Roster;
import perennial.core.segment.Segment;
import perennial.server.web.Figures;
import perennial.server.web.builder.Join;
import perennial.server.web.builder.Part;
import perennial.server.web.report.PeopleView.Person;
import perennial.store.answer.Answers;

/// Counts segments as of now, and as of earlier.
record Counting(Answers answers) {
    private static final int SAMPLE = 10;
    private static final int MONTHS = 12;

    /// Parts beyond these go without a count, since each is one more to make.
    private static final int STEPS = 20;

    /// @param showsPeople whether some of them are named
    Counted of(Segment segment, boolean showsPeople) {
        String text = text(segment);
        List<Roster> rosters = Stream.of(Unit.values())
                .map(unit -> answers.members(text, unit, Optional.empty()))
                .toList();
        History history = answers.history(Unit.CUSTOMER);
        return new Counted(
                IntStream.range(0, rosters.size())
                        .mapToObj(i -> size(Unit.values()[i], rosters.get(i)))
                        .toList(),
                showsPeople ? sample(rosters.getLast().members()) : List.of(),
                UnknownNames.in(Stream.of(Unit.values()).map(answers::history).toList())
                        .of(answers.segment(text)),
                Figures.moment(
                        Instant.ofEpochMilli(history.asOf()), history.calendar().zone()));
    }

    /// How many customers a segment means.
    Counted.Size customers(String text) {
        return customers(text, Optional.empty());
    }

    private Counted.Size customers(String segment, Optional<String> asOf) {
        return size(Unit.CUSTOMER, answers.members(segment, Unit.CUSTOMER, asOf));
    }

    private static Counted.Size size(Unit unit, Roster roster) {
        return new Counted.Size(unit + "s", roster.size(), roster.of());
    }

    /// An expression that is spelt like a name is none.
    private static String text(Segment segment) {
        return "(" + segment + ")";
    }

    /// At each part joined by `and` who remains after it, at each other who fulfils it; in long segments at the first
    /// ones alone.
    Part steps(Part root) {
        boolean isShort = root.size() <= STEPS;
        List<Segment> before = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Part part : root.of()) {
            before.add(part.means().orElseThrow());
            boolean remains = root.join() == Join.ALL;
            parts.add(
                    parts.size() < STEPS
                            ? inside(part, isShort).with(remains ? remain(before) : match(before.getLast()))
                            : part);
        }
        return root.with(parts);
    }

    private Part inside(Part group, boolean isShort) {
        return isShort
                ? group.with(group.of().stream()
                        .map(part ->
                                inside(part, isShort).with(match(part.means().orElseThrow())))
                        .toList())
                : group;
    }

    private String remain(List<Segment> parts) {
        return customers(text(parts.size() == 1 ? parts.getFirst() : new Segment.All(parts)))
                        .number() + " remain";
    }

    private String match(Segment part) {
        return customers(text(part)).number() + " match";
    }

    private static List<Person> sample(Iterator<Roster.Member> members) {
        List<Person> some = new ArrayList<>();
        while (members.hasNext() && some.size() < SAMPLE) {
            some.add(Person.of(members.next().owner()));
        }
        return some;
    }

    /// The size at the ends of the last months that are over and in which there was somebody.
    SizeLine line(String name) {
        History history = answers.history(Unit.CUSTOMER);
        LocalDateTime month = Every.MONTH.floor(
                history.calendar().local(history.asOf()), history.calendar().weekStart());
        return new SizeLine(IntStream.rangeClosed(1 - MONTHS, 0)
                .mapToObj(back -> Every.MONTH.plus(month, back).toLocalDate())
                .map(end -> new SizeLine.Point(monthBefore(end), customers(name, Optional.of(end.toString()))))
                .filter(point -> point.size().of() > 0)
                .toList());
    }

    private static String monthBefore(LocalDate end) {
        return Figures.period(end.minusMonths(1).toString(), Every.MONTH);
    }
}
