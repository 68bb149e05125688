package perennial.server.web.dashboard;

import java.util.List;
import java.util.Optional;
import perennial.core.catalogue.Catalogue;
import perennial.server.api.Problem;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Page;
import perennial.server.web.dashboard.WidgetView.Content;
import perennial.server.web.report.ReportView;
import perennial.server.web.report.Reporting;
import perennial.server.web.report.Sentence;
import perennial.server.web.report.Title;
import perennial.store.annotation.Annotation;
import perennial.store.answer.Answers;
import perennial.store.dashboard.Dashboard;
import perennial.store.dashboard.Widget;

/// Asks the reports of dashboards. One that cannot be counted says so in its place and leaves the others alone.
///
/// @param version of what is stored: as long as it is the same, so are all answers
record Widgets(Page page, Answers answers, List<Annotation> annotations, Reader reader, String version) {
    /// Time alone changes answers too, when a period ends: all end at the quarters of an hour.
    private static final long QUARTER_HOUR_MS = 15 * 60 * 1000;

    static Widgets of(Page page, LiveWorkspace live, Reader reader) {
        String version = live.histories().version() + "-" + live.clock().millis() / QUARTER_HOUR_MS;
        List<Annotation> annotations = switch (reader) {
            case Reader.User _ -> live.annotations().all();
            case Reader.Guest _ -> List.of(); // what people noted is for people here
        };
        return new Widgets(page, live.answers(), annotations, reader, version);
    }

    WidgetView view(Dashboard dashboard, Widget widget) {
        Content content = content(widget);
        return new WidgetView(widget.id(), widget.width(), content, reader.poll(dashboard, widget, seen(content)));
    }

    /// The widget, unless it says what was seen of it: as long as nothing is stored it is not even asked.
    Optional<WidgetView> news(Dashboard dashboard, Widget widget, String seen) {
        return seen.startsWith(version)
                ? Optional.empty()
                : Optional.of(view(dashboard, widget))
                        .filter(view -> !digest(view.content()).equals(seen.substring(seen.lastIndexOf('.') + 1)));
    }

    private String seen(Content content) {
        return version + "." + digest(content);
    }

    private static String digest(Content content) {
        return Integer.toHexString(content.hashCode());
    }

    private Content content(Widget widget) {
        try {
            Pinned pinned = Pinned.of(widget);
            return hidden(pinned)
                    .map(why -> said(widget, why))
                    .orElseGet(() -> counted(
                            pinned,
                            new Reporting(page, answers, annotations, reader.isAnalyst()).report(pinned.inquiry()),
                            widget));
        } catch (RuntimeException fault) { // whatever it is, the others are not to blame
            return said(widget, Problem.of(fault).detail());
        }
    }

    /// Why somebody may not see a report that others may.
    private Optional<String> hidden(Pinned pinned) {
        return switch (reader) {
            case Reader.User _ ->
                Optional.of("This report may name people; it needs the role analyst.")
                        .filter(_ -> !reader.isAnalyst()
                                && answers.namesPeople(
                                        pinned.inquiry().kind(),
                                        pinned.inquiry().options()));
            case Reader.Guest _ ->
                Optional.of("This report may name people, so it is not shown on a link.")
                        .filter(_ -> pinned.mayName());
        };
    }

    private Content counted(Pinned pinned, ReportView report, Widget widget) {
        Optional<ReportView.AnswerView> answer = report.answer();
        boolean isGuest = reader instanceof Reader.Guest;
        if (isGuest && answer.filter(each -> !each.table().lines().isEmpty()).isEmpty()) {
            return said(widget, "This report has nothing to show now."); // why may be told in names
        }
        return new Content(
                Title.of(pinned.inquiry().kind()).text(),
                pinned.inquiry().inWords(),
                Optional.of(pinned.inquiry().address()).filter(_ -> !isGuest),
                report.finding(),
                answer.flatMap(each -> each.cards().stream().findFirst()).map(card -> card.within(widget.id())),
                answer.map(ReportView.AnswerView::table).map(table -> isGuest ? table.withoutTerms() : table));
    }

    /// A sentence in the place of a report.
    private Content said(Widget widget, String sentence) {
        String title = Catalogue.all().stream()
                .filter(kind -> kind.name().equals(widget.question()))
                .findFirst()
                .map(kind -> Title.of(kind).text())
                .orElse(widget.question());
        return new Content(
                title,
                "",
                Optional.of("/reports/" + widget.question() + "?" + widget.query())
                        .filter(_ -> reader instanceof Reader.User),
                Sentence.of(sentence.replace('*', '∗')),
                Optional.empty(),
                Optional.empty());
    }
}
