package perennial.server.web.report;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.QuestionKind;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.AnswerFormat;
import perennial.server.api.Parameters;
import perennial.server.health.Metrics;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.store.access.Role;
import perennial.store.answer.Answers;

/// The reports: all of them in a list, and each on a page of its own, whose address says all that is asked.
@Controller
final class Reports {
    private final Pages pages;
    private final LiveWorkspace live;
    private final Metrics metrics;

    Reports(Pages pages, LiveWorkspace live, Metrics metrics) {
        this.pages = pages;
        this.live = live;
        this.metrics = metrics;
    }

    @Allowed(Role.VIEWER)
    @GetMapping("/reports")
    ResponseEntity<String> all(HttpServletRequest request) {
        return pages.html(
                "report/all",
                new ReportList(
                        pages.page(request, "All reports", Place.REPORTS),
                        Catalogue.all().stream()
                                .map(kind -> new ReportList.Line(
                                        Title.of(kind).text(), "/reports/" + kind.name(), kind.answers()))
                                .toList()));
    }

    @Allowed(Role.VIEWER)
    @GetMapping("/reports/{question}")
    ResponseEntity<String> one(@PathVariable("question") String name, HttpServletRequest request, SignedIn signedIn) {
        QuestionKind kind = Catalogue.named(name);
        var parameters = Parameters.of(request);
        return live.use(() -> metrics.timed(name, () -> {
            Answers answers = live.answers();
            var asked = Inquiry.of(kind, parameters.given());
            if (asked.cell().isPresent() || answers.namesPeople(kind, asked.options())) {
                signedIn.require(Role.ANALYST);
            }
            return parameters.text("format").isPresent()
                    ? export(asked, parameters.format(), answers)
                    : page(asked, parameters.text(ExplainView.ASKED).isPresent(), request, answers, signedIn);
        }));
    }

    private ResponseEntity<String> page(
            Inquiry asked, boolean isExplained, HttpServletRequest request, Answers answers, SignedIn signedIn) {
        Title title = Title.of(asked.kind());
        var report = new Reporting(
                        pages.page(request, title.text(), title.place()),
                        answers,
                        live.annotations().all(),
                        signedIn.user().role().includes(Role.ANALYST),
                        isExplained)
                .report(asked);
        boolean isAnswered = report.answer().isPresent() || asked.missing().isPresent();
        return pages.html(isAnswered ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "report/report", report);
    }

    private static ResponseEntity<String> export(Inquiry asked, AnswerFormat format, Answers answers) {
        return asked.cell().isPresent()
                ? format.answer(
                        answers.who(asked.kind(), asked.options(), asked.cell().get()))
                : format.answer(answers.ask(asked.kind(), asked.options()));
    }
}
