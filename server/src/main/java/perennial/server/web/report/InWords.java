package perennial.server.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.core.question.People;
import perennial.server.web.Figures;

/// The number that was clicked, else the one the finding names, with all that belongs to it.
///
/// @param facts each with its name
/// @param who the address of the people behind it, unless they are shown
public record InWords(String sentence, List<Fact> facts, Optional<String> who, String count) {
    /// One line.
    public record Fact(String name, String value) {}

    static InWords of(Answered answer, People people) {
        return of(answer, people.row(), people.count(), Figures.whole(people.number()), Optional.empty());
    }

    /// Of the headline of a retention.
    static Optional<InWords> ofHeadline(Answered answer) {
        return Retained.headline(answer)
                .filter(_ -> answer.isTriangle())
                .map(row -> of(
                        answer,
                        row,
                        "returned",
                        Figures.whole(Rows.count(row, "returned")),
                        answer.who(row, "returned")));
    }

    private static InWords of(Answered answer, Row row, String count, String number, Optional<String> who) {
        List<Fact> facts = new ArrayList<>();
        if (Rows.real(row, "value").isPresent() && row.cells().containsKey("low")) {
            facts.add(new Fact("Share", Figures.percent(Answered.real(row, "value"))));
        }
        if (Rows.real(row, "low").isPresent()) {
            facts.add(new Fact(
                    "Likely between", Figures.interval(Answered.real(row, "low"), Answered.real(row, "high"))));
        }
        facts.add(new Fact("State", row.state() == State.COMPLETE ? "complete" : "so far"));
        String sentence = row.cells().containsKey("returned") && row.cells().containsKey("cohort")
                ? "Of the " + Figures.whole(Rows.count(row, row.state() == State.COMPLETE ? "eligible" : "size"))
                        + " " + answer.inquiry().people() + " who came" + CellWords.cohort(answer, row) + ", " + number
                        + " are back in "
                        + answer.every() + " " + Rows.key(row, "n")
                        + (row.state() == State.COMPLETE ? "." : " so far.")
                : CellWords.of(answer, row, count) + ": " + number + ".";
        return new InWords(sentence, facts, who, number);
    }
}
