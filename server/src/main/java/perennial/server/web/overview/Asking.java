package perennial.server.web.overview;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import perennial.core.calendar.Every;
import perennial.core.history.History;
import perennial.core.question.BadOption;
import perennial.core.question.Unit;
import perennial.server.web.report.Answered;
import perennial.server.web.report.Inquiry;
import perennial.store.answer.Answers;

/// Asks for the numbers of the overview.
///
/// @param segment who is counted; empty for everybody
record Asking(Answers answers, String segment) {
    /// A history of fewer months is looked at by week.
    private static final int MONTHS = 4;

    Asking {
        segment = segment.strip();
    }

    /// The settings that all numbers share, so that they are about the same people.
    Map<String, List<String>> common() {
        Map<String, List<String>> common = new TreeMap<>();
        if (!segment.isEmpty()) {
            common.put("segment", List.of(segment));
            common.put("segment-at", List.of("now"));
        }
        return common;
    }

    static Every every(String text) {
        return switch (text) {
            case "week" -> Every.WEEK;
            case "month" -> Every.MONTH;
            default -> throw new BadOption("every", "\"" + text + "\" is neither week nor month");
        };
    }

    /// How long periods are where nobody says it.
    Every usual() {
        History history = answers.history(Unit.USER);
        if (history.firstTime().isEmpty()) {
            return Every.MONTH;
        }
        LocalDateTime first = history.calendar().local(history.firstTime().getAsLong());
        LocalDateTime now = history.calendar().local(history.asOf());
        return first.plusMonths(MONTHS).isAfter(now) ? Every.WEEK : Every.MONTH;
    }

    /// How a number is asked for over its last periods.
    Inquiry recent(Kpi kpi, Every every) {
        Inquiry inquiry = kpi.inquiry(every, common());
        return inquiry.last(
                Measured.PERIODS + 1 + kpi.wait(every),
                answers.history(inquiry.kind().unit(inquiry.options())));
    }

    /// @param goal what it is wanted to be, if somebody said
    Measured measured(Kpi kpi, Inquiry recent, OptionalDouble goal) {
        return Measured.of(
                kpi,
                new Answered(recent, answers.ask(recent.kind(), recent.options())),
                recent.every().flatMap(every -> begun(every, answers.history(Unit.USER))),
                goal);
    }

    private static Optional<LocalDate> begun(Every every, History history) {
        return history.firstTime().stream()
                .mapToObj(first -> every.floor(
                        history.calendar().local(first).toLocalDate(),
                        history.calendar().weekStart()))
                .findFirst();
    }
}
