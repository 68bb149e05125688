package perennial.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import perennial.app.show.Numbers;
import perennial.app.show.Screen;
import perennial.app.show.TerminalAnswer;
import perennial.app.show.Text;
import perennial.core.question.Asked;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.store.answer.CsvAnswer;
import perennial.store.answer.JsonAnswer;
import picocli.CommandLine.Model.CommandSpec;

/// Reads the options of a command that asks, and writes what it is answered.
record AnswerWriter(CommandSpec spec, WrittenFormat format, Screen screen) {

    /// What was given of these options.
    Options given(List<Option> options) {
        Options given = Options.NONE;
        for (Option option : options) {
            for (String value : spec.findOption("--" + option.name()).stringValues()) {
                given = given.with(option.name(), value);
            }
        }
        return given;
    }

    /// Rows alone have no room for notes: these go to standard error.
    ///
    /// @param nothing is said to a reader in place of an answer from no events
    void write(Asked asked, Optional<String> nothing) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            JsonAnswer.write(asked, out);
        } else if (format.isCsv()) {
            CsvAnswer.write(asked.rows(), out);
            note(asked);
        } else {
            out.print(
                    nothing.map(sentence -> sentence + "\n").orElseGet(() -> new TerminalAnswer(asked, screen).text()));
        }
    }

    /// The ids alone on standard output, one a line, so that they can be piped; what they are on standard error.
    void write(People people) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            JsonAnswer.write(people, out);
        } else if (format.isCsv()) {
            CsvAnswer.write(people, out);
            note(people.asked());
        } else {
            String lives = people.number() == people.owners().size()
                    ? ""
                    : " (the cell counts " + Numbers.whole(people.number()) + ", some of them more than once)";
            spec.commandLine()
                    .getErr()
                    .println(
                            Numbers.whole(people.owners().size()) + " behind \"" + people.count() + "\"" + lives + ":");
            people.owners().forEach(owner -> out.println(Text.oneLine(owner.id())));
            note(people.asked());
        }
    }

    private void note(Asked asked) {
        asked.notes().forEach(note -> spec.commandLine().getErr().println(Text.oneLine(note)));
    }
}
