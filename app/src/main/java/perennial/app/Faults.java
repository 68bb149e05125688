package perennial.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import perennial.app.show.Program;
import perennial.core.selection.Nearest;
import perennial.store.NoWorkspace;
import perennial.store.StoreFailure;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What goes wrong, told to the person at the keyboard: one sentence and an exit code that says whose fault it is.
///
/// | thrown | told | exit code |
/// |---|---|---|
/// | by the parser, or a type of ours that is an [IllegalArgumentException] | the sentence, as wrong usage | 2 |
/// | another type of ours, or a failing file or disk | the sentence | 1 |
/// | anything else | that it is a bug, and how to see more | 1 |
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Program program;

    Faults(Program program) {
        this.program = program;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        Optional<String> noCommand = AskCommand.noQuestion(fault).or(() -> noCommand(fault));
        err.println(noCommand.orElseGet(() -> sentence(fault)));
        if (noCommand.isEmpty()) {
            UnmatchedArgumentException.printSuggestions(fault, err);
        }
        err.println("\"" + command.getCommandSpec().qualifiedName() + " --help\" shows what can be given.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (isOurs(fault)) {
            err.println(sentence(fault));
        } else if (fault instanceof IOException || fault instanceof UncheckedIOException) {
            err.println(file(fault));
        } else {
            err.println("This is a bug in Perennial: " + fault
                    + ". Run the same command with --debug and report what it" + " prints.");
        }
        if (wantsDetails(command)) {
            fault.printStackTrace(err);
        }
        return isOurs(fault) && fault instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /// What is wrong if a command has others below it and is given the name of none of them.
    private static Optional<String> noCommand(ParameterException fault) {
        List<String> names = fault.getCommandLine().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .map(CommandSpec::name)
                .toList();
        if (names.isEmpty()
                || !(fault instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().getFirst().startsWith("-")) {
            return Optional.empty();
        }
        String name = unmatched.getUnmatched().getFirst();
        return Optional.of("There is no command \"" + name + "\"." + Nearest.hint(name, names) + " The commands are: "
                + String.join(", ", names));
    }

    private static boolean isOurs(Exception fault) {
        return fault.getClass().getName().startsWith("perennial.");
    }

    private String sentence(Exception fault) {
        if (fault instanceof ParameterException wrong
                && wrong.getArgSpec() instanceof OptionSpec option
                && wrong.getCause() instanceof TypeConversionException value) {
            return option.longestName() + ": " + value.getMessage();
        }
        if (fault instanceof NoWorkspace missing) {
            return missing.getMessage() + " Make one with: "
                    + program.command("init", "--workspace", missing.directory().toString());
        }
        return Objects.requireNonNullElse(fault.getMessage(), fault.toString());
    }

    /// The messages of the library's file errors are often nothing but the path.
    private static String file(Exception fault) {
        Throwable cause = fault instanceof UncheckedIOException unchecked ? unchecked.getCause() : fault;
        if (cause instanceof FileSystemException file) {
            return "Could not use " + file.getFile() + ": " + StoreFailure.reason(file) + ".";
        }
        return "A file could not be read or written: " + cause.getMessage() + ".";
    }

    private static boolean wantsDetails(CommandLine command) {
        CommandLine top = command;
        while (top.getParent() != null) {
            top = top.getParent();
        }
        return top.getCommand() instanceof Main main && main.debug;
    }
}
