package perennial.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import perennial.app.show.TerminalAnswer;
import perennial.app.show.Text;
import perennial.core.question.Asked;
import perennial.core.question.Unit;
import perennial.core.question.UnknownNames;
import perennial.core.segment.Roster;
import perennial.core.segment.SavedSegments;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentLibrary;
import perennial.store.answer.CsvAnswer;
import perennial.store.answer.JsonAnswer;
import perennial.store.segment.SegmentDocument;
import perennial.store.segment.StoredSegments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `perennial segment`: saves, shows and counts segments, and writes down who is in one.
@Command(
        name = "segment",
        header = "Save segments of customers, count them, list who is in them.",
        description = "A segment says who is meant: by traits, by what they did, by where they stand, by how they buy."
                + " Every question takes one with --segment.",
        footer = "Example: perennial segment size 'did \"Order Completed\" at least 2 times in last 90 days' -w shop")
final class SegmentCommand extends CommandGroup {
    SegmentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(name = "list", header = "List the saved and the built-in segments.", mixinStandardHelpOptions = true)
    int list(@Mixin WorkspaceOption workspace, @Mixin WrittenFormat format) {
        try (Engine engine = open(workspace.directory())) {
            show(format, engine.answers().segments());
        }
        return 0;
    }

    @Command(
            name = "save",
            header = "Save a segment under a name.",
            description = "Under a name that is there already, a new version is saved; questions use the newest.",
            mixinStandardHelpOptions = true)
    int save(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
            @Parameters(paramLabel = "EXPRESSION", description = "Who is in it, as text or as JSON.")
                    String expression) {
        try (Engine engine = open(workspace.directory())) {
            var stored = new StoredSegments(engine.workspace());
            Segment segment = SegmentDocument.parse(expression);
            Optional<Integer> before = stored.find(name).map(SavedSegments.Saved::version);
            int version = engine.answers().saveSegment(name, segment);
            out().println(Saving.words(name, before, version) + segment);
            note(unknown(engine).of(new SegmentLibrary(stored).read(name)));
        }
        return 0;
    }

    @Command(name = "show", header = "Show a segment.", mixinStandardHelpOptions = true)
    int show(
            @Mixin WorkspaceOption workspace,
            @Mixin WrittenFormat format,
            @Parameters(paramLabel = "NAME", description = "A saved or built-in segment.") String name,
            @Option(names = "--versions", description = "Show all versions, the oldest first.") boolean all) {
        try (Engine engine = open(workspace.directory())) {
            var library = new SegmentLibrary(new StoredSegments(engine.workspace()));
            Segment segment = library.withNames(name);
            if (all) {
                show(format, engine.answers().segmentVersions(name));
            } else {
                out().println(format.isJson() ? SegmentDocument.write(segment) : segment.toString());
                note(unknown(engine).of(library.read(name)));
            }
        }
        return 0;
    }

    @Command(
            name = "delete",
            header = "Delete a saved segment; its versions stay, to be looked at.",
            mixinStandardHelpOptions = true)
    int delete(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = "NAME", description = "A saved segment.") String name) {
        try (Engine engine = open(workspace.directory())) {
            engine.answers().deleteSegment(name);
            out().println("Deleted \"" + name + "\".");
        }
        return 0;
    }

    @Command(
            name = "size",
            header = "Count who is in a segment.",
            description = "Of visitors, users and customers each: how many are in it, of how many.",
            mixinStandardHelpOptions = true)
    int size(
            @Mixin WorkspaceOption workspace,
            @Mixin WrittenFormat format,
            @Parameters(paramLabel = "NAME|EXPRESSION", description = "A segment.") String text,
            @Option(names = "--as-of", paramLabel = "TIME", description = AS_OF) Optional<String> asOf) {
        try (Engine engine = open(workspace.directory())) {
            show(format, engine.answers().segmentSize(text, asOf));
            note(unknown(engine).of(engine.answers().segment(text)));
        }
        return 0;
    }

    /// Names that nobody has under any unit.
    private static UnknownNames unknown(Engine engine) {
        return UnknownNames.in(Stream.of(Unit.values()).map(engine::history).toList());
    }

    /// Beside what is asked for, which may go to another program.
    private void note(List<String> notes) {
        notes.forEach(note -> err().println(Text.oneLine(note)));
    }

    private static final String AS_OF =
            "Judge as of this date or time. Default: now, once events come in live; else the end of the day of the"
                    + " newest event.";

    @Command(name = "export", header = "Write down who is in a segment, one per line.", mixinStandardHelpOptions = true)
    int export(
            @Mixin WorkspaceOption workspace,
            @Mixin WrittenFormat format,
            @Parameters(paramLabel = "NAME|EXPRESSION", description = "A segment.") String text,
            @Option(names = "--as-of", paramLabel = "TIME", description = AS_OF) Optional<String> asOf,
            @Option(
                            names = "--unit",
                            paramLabel = "visitor|user|customer",
                            defaultValue = "customer",
                            description = "Whom to list. Default: customer.")
                    String unit,
            @Option(names = "--trait", paramLabel = "NAME", description = "Add a trait to each, with --json or --csv.")
                    List<String> traits) {
        List<String> wanted = Optional.ofNullable(traits).orElse(List.of());
        try (Engine engine = open(workspace.directory())) {
            List<String> names = new ArrayList<>(List.of("kind", "id"));
            names.addAll(wanted);
            Roster roster = engine.answers().members(text, Unit.of(unit), asOf);
            Iterable<List<Optional<String>>> records = () -> record(roster.members(), wanted);
            if (format.isCsv()) {
                CsvAnswer.write(names, records, out());
            } else if (format.isJson()) {
                JsonAnswer.write("members", names, records, out());
            } else {
                records.forEach(record -> out().println(record.get(1).orElseThrow()));
            }
        }
        return 0;
    }

    private static Iterator<List<Optional<String>>> record(Iterator<Roster.Member> members, List<String> traits) {
        Iterable<Roster.Member> all = () -> members;
        return StreamSupport.stream(all.spliterator(), false)
                .map(member -> Stream.concat(
                                Stream.of(
                                        Optional.of(member.owner().kind().toString()),
                                        Optional.of(member.owner().id())),
                                traits.stream().map(member::trait))
                        .toList())
                .iterator();
    }

    private void show(WrittenFormat format, Asked asked) {
        if (format.isJson()) {
            JsonAnswer.write(asked, out());
        } else if (format.isCsv()) {
            CsvAnswer.write(asked.rows(), out());
        } else {
            var answer = new TerminalAnswer(asked, surroundings().screen());
            answer.picture().forEach(out()::println);
            asked.rules().forEach(rule -> {
                out().println();
                surroundings().screen().wrap("- " + rule).forEach(out()::println);
            });
        }
    }
}
