package perennial.server.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import perennial.core.question.BadOption;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.DayRange;
import perennial.server.api.Parameters;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Moment;
import perennial.server.web.Pages;
import perennial.server.web.Section;
import perennial.store.access.Role;
import perennial.store.ingest.Quality;
import perennial.store.ingest.QualityLog;

/// Shows how what was received fared: the numbers of `GET /api/v1/quality`, and the newest calls that were refused.
@Controller
final class QualityPages {
    private static final int CALLS = 50;
    private static final int MOST_DAYS = 366;

    /// What can become of a call; each has one of these fates, and may beside it be late or the like.
    private static final List<Quality> FATES =
            List.of(Quality.STORED, Quality.DUPLICATE, Quality.CONFLICTING, Quality.ERASED, Quality.REFUSED);

    private final Pages pages;
    private final LiveWorkspace live;

    QualityPages(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    /// One number of the page: how the API calls it, and where it stands.
    private record Count(String code, String meaning, ToLongFunction<QualityLog.Day> of) {
        String name() {
            String words = code.replace('_', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }

        long in(List<QualityLog.Day> days) {
            return days.stream().mapToLong(of).sum();
        }
    }

    private static final List<Count> COUNTS = Stream.concat(
                    Stream.of(Quality.values())
                            .map(kind -> new Count(kind.code(), kind.meaning(), day -> day.count(kind))),
                    Stream.of(new Count(
                            "unlinked",
                            "events of visitors who have not become a user by now",
                            QualityLog.Day::unlinked)))
            .toList();

    @Allowed(Role.VIEWER)
    @GetMapping("/data/quality")
    ResponseEntity<String> days(HttpServletRequest request, SignedIn signedIn) {
        DayRange range = DayRange.of(Parameters.of(request, "from", "until"), live.clock());
        requireFew(range);
        boolean showsCalls = signedIn.user().role().includes(Role.ANALYST);
        return live.use(() -> {
            var log = new QualityLog(live.workspace());
            List<QualityLog.Day> days = log.days(range.from(), range.until());
            String last = Figures.date(range.until().minusDays(1));
            return pages.html(
                    "data/quality",
                    new QualityView(
                            pages.page(request, Section.QUALITY),
                            finding(days, Figures.date(range.from()) + " to " + last),
                            range.from().toString(),
                            range.until().toString(),
                            last,
                            COUNTS.stream()
                                    .map(count -> kind(count, days, range))
                                    .toList(),
                            COUNTS.stream().map(Count::name).toList(),
                            days.reversed().stream().map(QualityPages::line).toList(),
                            showsCalls ? refused(log) : List.of(),
                            showsCalls));
        });
    }

    private static void requireFew(DayRange range) {
        long days = ChronoUnit.DAYS.between(range.from(), range.until());
        if (days < 1 || days > MOST_DAYS) {
            throw new BadOption(
                    "from", "the page shows 1 to " + MOST_DAYS + " days, these are " + days + "; choose other dates");
        }
    }

    private static String finding(List<QualityLog.Day> days, String range) {
        long calls = FATES.stream()
                .mapToLong(
                        fate -> days.stream().mapToLong(day -> day.count(fate)).sum())
                .sum();
        if (calls == 0) {
            return "No program sent anything from " + range + ".";
        }
        List<String> others = new ArrayList<>();
        for (Count count : COUNTS.subList(1, FATES.size())) {
            if (count.in(days) > 0) {
                others.add(Figures.whole(count.in(days)) + " " + count.code());
            }
        }
        String stored = Figures.percent((double) COUNTS.getFirst().in(days) / calls) + " of " + Figures.whole(calls)
                + " calls from " + range + " were stored";
        return others.isEmpty() ? stored + "." : stored + "; " + String.join(", ", others) + ".";
    }

    private static QualityView.Kind kind(Count count, List<QualityLog.Day> days, DayRange range) {
        var byDay = days.stream().collect(Collectors.groupingBy(QualityLog.Day::day));
        List<Long> counts = range.from()
                .datesUntil(range.until())
                .map(day -> count.in(byDay.getOrDefault(day, List.of())))
                .toList();
        return new QualityView.Kind(
                count.name(), count.meaning(), Figures.whole(count.in(days)), Bars.of(counts, "day"));
    }

    private static QualityView.Line line(QualityLog.Day day) {
        return new QualityView.Line(
                Figures.date(day.day()),
                day.source(),
                COUNTS.stream()
                        .map(count -> Figures.whole(count.of().applyAsLong(day)))
                        .toList());
    }

    private List<QualityView.Refused> refused(QualityLog log) {
        var moment = new Moment(live.workspace().settings().zone());
        return log.refused(CALLS).stream()
                .map(kept -> new QualityView.Refused(
                        moment.text(kept.received()),
                        kept.source(),
                        kept.call().message(),
                        kept.call().call()))
                .toList();
    }
}
