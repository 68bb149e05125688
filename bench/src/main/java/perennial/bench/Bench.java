package perennial.bench;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import perennial.core.catalogue.Catalogue;
import perennial.core.event.Role;
import perennial.core.history.History;
import perennial.core.history.Timelines;
import perennial.core.question.Asked;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.imports.EventImport;
import perennial.store.imports.Field;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Mapping;
import perennial.store.imports.Progress;
import perennial.store.view.Views;

/// Prints what we claim about speed, for so many million events: `bin/bench [MILLIONS]...`.
public final class Bench {
    private static final long MILLION = 1_000_000;

    private final long events;
    private final Path directory;

    private Bench(long events, Path directory) {
        this.events = events;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        say(
                "Machine: %s, %d cores, Java %s",
                Machine.processor(), Runtime.getRuntime().availableProcessors(), Runtime.version());
        for (int i = 1; i < arguments.length; i++) {
            long events = Long.parseLong(arguments[i]) * MILLION;
            new Bench(events, home.resolve(arguments[i] + "m")).run();
        }
    }

    private void run() throws Exception {
        say("%n%,d events of %,d customers over 365 days", events, events / 100);
        if (!Workspace.isAt(directory)) {
            Files.createDirectories(directory);
            timed("made the events", this::make);
        }
        try (Workspace workspace = Workspace.open(directory, Clock.systemUTC())) {
            workspace.changeSettings(workspace
                    .settings()
                    .withCurrency(Currency.getInstance("EUR"))
                    .withNames(Role.PURCHASE, List.of("Event 3"))
                    .withNames(Role.REFUND, List.of("Event 18"))
                    .withNames(Role.LIFE_START, List.of("Event 16"))
                    .withNames(Role.LIFE_END, List.of("Event 17")));
            if (Files.exists(directory.resolve("views"))) {
                Machine.delete(directory.resolve("views"));
            }
            try (var views = new Views(workspace)) {
                timed("built the views", () -> views.history(Unit.USER));
            }
            try (var views = new Views(workspace)) {
                History history = timed("opened them", () -> views.history(Unit.USER));
                double limit = readOnce(history);
                say("limit: the seconds of all events read once in %.4f s (%,d MB)", limit, events * 4 / MILLION);
                List<Times> times = ask(history, limit);
                SegmentTimes.say(history, events);
                try (DuckDBConnection connection = workspace.connection();
                        Statement statement = connection.createStatement()) {
                    statement.execute(sql("newcomers"));
                    timed("saw 1000 new events of 1000 customers", () -> views.history(Unit.USER));
                    timed("saw nothing new", () -> views.history(Unit.USER));
                    statement.execute(sql("newcomers-gone"));
                }
                compare(workspace, times);
            }
            say(
                    "disk: %.1f bytes an event (database %.1f, views %.1f)",
                    (double) Machine.size(directory) / events,
                    (double) Files.size(directory.resolve("perennial.duckdb")) / events,
                    (double) Machine.size(directory.resolve("views")) / events);
            importSome(workspace);
        }
    }

    /// Writes a part of the events as CSV and imports it into a workspace of its own.
    private void importSome(Workspace workspace) throws Exception {
        Path csv = directory.resolve("some.csv");
        Path target = directory.resolve("import");
        long rows = Math.min(events, 2 * MILLION);
        try (DuckDBConnection connection = workspace.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql("some-as-csv").replace("FILE", csv.toString()).replace("ROWS", String.valueOf(rows)));
        }
        try (Workspace imported = Workspace.create(target, Settings.standard("import"), Clock.systemUTC())) {
            Optional<String> none = Optional.empty();
            var mapping = new Mapping(
                    Optional.of("user_id"),
                    none,
                    none,
                    "time_ms",
                    none,
                    Optional.of("name"),
                    none,
                    Optional.of("value"),
                    Optional.of("currency"),
                    Stream.of("category", "country", "items", "page", "plan")
                            .map(Field::parse)
                            .toList(),
                    List.of(),
                    none);
            long start = System.nanoTime();
            EventImport.run(imported, ImportPlan.of(List.of(csv), mapping), Progress.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            say("imported %,d rows of CSV with 5 properties in %.1f s: %,.0f a second", rows, seconds, rows / seconds);
        } finally {
            Files.delete(csv);
            try (Stream<Path> files = Files.walk(target)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Void make() throws SQLException, IOException {
        try (Workspace workspace = Workspace.create(directory, Settings.standard("bench"), Clock.systemUTC());
                DuckDBConnection connection = workspace.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '8GB'");
            statement.execute("SET VARIABLE events = " + events);
            statement.execute("SET VARIABLE customers = " + events / 100);
            statement.execute(sql("property-shop"));
            statement.execute(sql("property-page"));
            for (long from = 0; from < events; from += 5 * MILLION) {
                statement.execute("SET VARIABLE from_event = " + from);
                statement.execute("SET VARIABLE until_event = " + Math.min(events, from + 5 * MILLION));
                statement.execute(sql("generate"));
            }
            statement.execute("CHECKPOINT");
        }
        return null;
    }

    /// What one case took here.
    ///
    /// @param figure the number that its SQL gives too
    private record Times(Case asked, double warm, long figure) {}

    /// Asks every question, and prints each when it is answered.
    private List<Times> ask(History history, double limit) throws IOException {
        say("%n%-40s %9s %9s %8s", "question", "first s", "warm s", "x limit");
        List<Times> all = new ArrayList<>();
        for (Case asked : Case.ALL) {
            QuestionKind kind = Catalogue.named(asked.question());
            Options options = asked.asked();
            Repeated<Asked> answers = Repeated.of(() -> Asking.ask(kind, options, history));
            say("%-40s %9.4f %9.4f %8.1f", asked.title(), answers.first(), answers.warm(), answers.warm() / limit);
            all.add(new Times(asked, answers.warm(), asked.figure().applyAsLong(answers.result())));
        }
        say(
                "memory after all questions: anonymous %,d MB, mapped %.1f bytes an event (%,d MB of it in memory)",
                Machine.memory("RssAnon") >> 20,
                (double) Machine.size(base(), "offsets", "seconds", "millis", "names", "ids", "days") / events,
                Machine.memory("RssFile") >> 20);
        return all;
    }

    /// Asks the same in SQL, of the raw events and of a table of (customer, day).
    private void compare(Workspace workspace, List<Times> times) throws Exception {
        double[] raw = second(workspace, "raw-days", times);
        double[] days = second(workspace, "day-table", times);
        say(
                "%n%-40s %9s %9s %9s %8s %8s  %s",
                "question", "warm s", "SQL raw", "SQL days", "x raw", "x days", "promise");
        for (int i = 0; i < raw.length; i++) {
            Case asked = times.get(i).asked();
            double warm = times.get(i).warm();
            say(
                    "%-40s %9.4f %9s %9s %8s %8s  %s",
                    asked.title(),
                    warm,
                    shown(raw[i], "%.3f"),
                    shown(days[i], "%.3f"),
                    shown(raw[i] < 0 ? -1 : raw[i] / warm, "%.0f"),
                    shown(days[i] < 0 ? -1 : days[i] / warm, "%.0f"),
                    asked.judged(warm, raw[i] < 0 ? Double.MAX_VALUE : raw[i] / warm, events));
        }
    }

    /// The directory of the one base there is.
    private Path base() throws IOException {
        try (Stream<Path> bases = Files.list(directory.resolve("views/person"))) {
            return bases.findFirst().orElseThrow();
        }
    }

    private static String shown(double number, String format) {
        return number < 0 ? "-" : String.format(Locale.ROOT, format, number);
    }

    /// Reads four bytes of every event and adds them up, on all cores.
    private static double readOnce(History history) {
        Timelines timelines = history.shards().getFirst().timelines();
        MemorySegment seconds = timelines.seconds();
        double best = Double.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long start = System.nanoTime();
            long piece = 1 << 20;
            long events = timelines.events();
            long sum = LongStream.range(0, (events + piece - 1) / piece)
                    .parallel()
                    .map(i -> sum(seconds, i * piece, Math.min(events, (i + 1) * piece)))
                    .sum();
            best = sum == 42 ? best : Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }

    private static long sum(MemorySegment seconds, long from, long until) {
        int sum = 0;
        for (long at = from; at < until; at++) {
            sum += seconds.getAtIndex(ValueLayout.JAVA_INT, at);
        }
        return sum;
    }

    /// Seconds of each case in SQL; -1 where the days cannot answer it, or it would take too long.
    private double[] second(Workspace workspace, String days, List<Times> times) throws Exception {
        double[] seconds = new double[times.size()];
        try (DuckDBConnection connection = workspace.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '8GB'");
            timed("SQL: " + days, () -> statement.execute(sql(days)));
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = second(statement, times.get(i), days.equals("raw-days"));
            }
            statement.execute("RESET memory_limit");
        }
        return seconds;
    }

    private double second(Statement statement, Times time, boolean isRaw) throws Exception {
        Case asked = time.asked();
        if (!isRaw && !asked.hasDayTable() || events > asked.sqlMillions() * MILLION) {
            return -1;
        }
        long start = System.nanoTime();
        try (ResultSet row = statement.executeQuery(sql(asked.sql()))) {
            row.next();
            if (time.figure() >= 0 && row.getLong(1) != time.figure()) {
                say("DIFFERENT: %s: %,d here, %,d in SQL", asked.title(), time.figure(), row.getLong(1));
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private interface Work<T> {
        T run() throws Exception;
    }

    private static <T> T timed(String what, Work<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.run();
        say("%s: %.2f s", what, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static String sql(String name) throws IOException {
        try (var file = Objects.requireNonNull(Bench.class.getResourceAsStream(name + ".sql"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
