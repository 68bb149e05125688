package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.server.access.Gate;
import perennial.server.access.Needs;
import perennial.server.health.Metrics;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Scope;
import perennial.store.answer.Answers;

/// The questions, with the parameters of the command line, and the KPIs made of them.
@RestController
final class QuestionsApi {
    private static final String KPI = "kpi";

    private final LiveWorkspace live;
    private final Gate gate;
    private final Metrics metrics;

    QuestionsApi(LiveWorkspace live, Gate gate, Metrics metrics) {
        this.live = live;
        this.gate = gate;
        this.metrics = metrics;
    }

    @GetMapping("/api/v1/questions")
    @Needs(Scope.READ)
    ResponseEntity<String> catalogue(HttpServletRequest request) {
        Parameters.none(request);
        return AnswerFormat.answer(QuestionList.json());
    }

    @GetMapping("/api/v1/questions/{name}")
    @Needs(Scope.READ)
    ResponseEntity<String> answer(@PathVariable("name") String name, HttpServletRequest request) {
        QuestionKind kind = Catalogue.named(name);
        var parameters = Parameters.of(request);
        AnswerFormat format = parameters.format();
        Optional<String> cell = cell(parameters, request);
        return live.use(() -> metrics.timed(name, () -> {
            Answers answers = live.answers();
            Options options = parameters.options();
            if (answers.namesPeople(kind, options)) {
                gate.require(request, Scope.PEOPLE);
            }
            return cell.isPresent()
                    ? format.answer(answers.who(kind, options, cell.get()))
                    : format.answer(answers.ask(kind, options));
        }));
    }

    @GetMapping("/api/v1/questions/kpi")
    @Needs(Scope.READ)
    ResponseEntity<String> kpi(HttpServletRequest request) {
        var parameters = Parameters.of(request);
        String kpi = parameters.required(KPI, "the name of a saved KPI, or a formula");
        AnswerFormat format = parameters.format();
        Optional<String> cell = cell(parameters, request);
        var options = parameters.without(KPI).options();
        return live.use(() -> metrics.timed(KPI, () -> {
            Answers answers = live.answers();
            if (answers.namesPeople(options)) {
                gate.require(request, Scope.PEOPLE);
            }
            return cell.isPresent()
                    ? format.answer(answers.whoOfKpi(kpi, options, cell.get()))
                    : format.answer(answers.kpi(kpi, options));
        }));
    }

    @GetMapping("/api/v1/kpis")
    @Needs(Scope.READ)
    ResponseEntity<String> kpis(HttpServletRequest request) {
        AnswerFormat format = Parameters.of(request, "format").format();
        return live.use(() -> format.answer(live.answers().savedKpis()));
    }

    /// The cell behind which people are asked for; that takes a scope of its own.
    private Optional<String> cell(Parameters parameters, HttpServletRequest request) {
        Optional<String> cell = parameters.text("who");
        cell.ifPresent(any -> gate.require(request, Scope.PEOPLE));
        return cell;
    }
}
