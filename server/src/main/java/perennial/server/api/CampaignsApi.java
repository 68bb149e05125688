package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Plan;
import perennial.core.campaign.PlanChange;
import perennial.core.campaign.Stage;
import perennial.core.history.History;
import perennial.core.question.BadOption;
import perennial.core.question.Unit;
import perennial.server.access.Gate;
import perennial.server.access.Needs;
import perennial.server.campaign.MessageFile;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Scope;
import perennial.store.campaign.Campaign;
import perennial.store.campaign.CampaignDocument;
import perennial.store.campaign.CampaignSheets;
import perennial.store.campaign.Campaigns;
import perennial.store.campaign.EffectDocument;
import perennial.store.campaign.PlanDocument;
import perennial.store.campaign.Replies;
import perennial.store.json.Json;

/// The campaigns: plans, how far they are, what was decided, what they added; to launch and to hold them, and what
/// comes back.
@RestController
final class CampaignsApi {
    private static final String BODY = "body";

    private final LiveWorkspace live;
    private final Gate gate;

    CampaignsApi(LiveWorkspace live, Gate gate) {
        this.live = live;
        this.gate = gate;
    }

    private Campaigns campaigns() {
        return live.campaigns();
    }

    private Campaign found(String name) {
        return campaigns().plans().find(name).orElseThrow(() -> {
            try {
                return new NotThere(campaigns().plans().named(name).name());
            } catch (BadPlan none) {
                return new NotThere(String.valueOf(none.getMessage()));
            }
        });
    }

    private History history() {
        return live.answers().history(Unit.CUSTOMER);
    }

    private CampaignSheets sheets() {
        return new CampaignSheets(live.workspace().settings().zone());
    }

    @GetMapping("/api/v1/campaigns")
    @Needs(Scope.READ)
    ResponseEntity<String> all(HttpServletRequest request) {
        AnswerFormat format = Parameters.of(request, "format").format();
        return live.use(
                () -> format.answer(sheets().campaigns(campaigns().plans().all())));
    }

    @GetMapping("/api/v1/campaigns/{name}")
    @Needs(Scope.READ)
    ResponseEntity<String> one(@PathVariable("name") String name, HttpServletRequest request) {
        Parameters.none(request);
        return live.use(() -> shown(name));
    }

    private ResponseEntity<String> shown(String name) {
        Campaign campaign = found(name);
        return AnswerFormat.answer(CampaignDocument.write(
                campaign,
                campaigns().balance(name),
                campaigns().replies().of(name),
                campaign.stage() == Stage.DRAFT
                        ? Optional.of(campaigns().verdict(campaign.plan(), history()))
                        : Optional.empty()));
    }

    @PutMapping("/api/v1/campaigns/{name}")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> save(@PathVariable("name") String name, HttpServletRequest request) {
        Parameters.none(request);
        Plan plan = PlanDocument.read(BodyText.of(request, "the plan as JSON"));
        if (!plan.name().equals(name)) {
            throw new BadPlan("name", "The plan is called \"" + plan.name() + "\", the address \"" + name + "\"");
        }
        return live.use(() -> {
            Optional<Campaign> before = campaigns().plans().find(name);
            Campaign saved = campaigns().plans().save(plan, history());
            List<String> changes = before.filter(each -> each.stage().isLaunched())
                    .map(each -> new PlanChange(each.plan(), plan).words())
                    .orElse(List.of());
            return AnswerFormat.answer(new Json.Object(new TreeMap<>(Map.of(
                    "name",
                    new Json.Text(name),
                    "version",
                    new Json.Number(String.valueOf(saved.version())),
                    "changes",
                    Json.texts(changes),
                    "verdict",
                    CampaignDocument.write(campaigns().verdict(plan, history()))))));
        });
    }

    @PostMapping("/api/v1/campaigns/{name}/launch")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> launch(@PathVariable("name") String name, HttpServletRequest request) {
        return moved(name, request, () -> campaigns().launch(name, history()));
    }

    @PostMapping("/api/v1/campaigns/{name}/pause")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> pause(@PathVariable("name") String name, HttpServletRequest request) {
        return moved(name, request, () -> campaigns().pause(name));
    }

    @PostMapping("/api/v1/campaigns/{name}/resume")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> resume(@PathVariable("name") String name, HttpServletRequest request) {
        return moved(name, request, () -> campaigns().resume(name));
    }

    @PostMapping("/api/v1/campaigns/{name}/stop")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> stop(@PathVariable("name") String name, HttpServletRequest request) {
        return moved(name, request, () -> campaigns().stop(name));
    }

    private ResponseEntity<String> moved(String name, HttpServletRequest request, Runnable move) {
        Parameters.none(request);
        return live.use(() -> {
            found(name);
            move.run();
            live.histories().changed();
            return shown(name);
        });
    }

    @GetMapping("/api/v1/campaigns/{name}/result")
    @Needs(Scope.READ)
    ResponseEntity<String> result(@PathVariable("name") String name, HttpServletRequest request) {
        Parameters.none(request);
        return live.use(() -> {
            found(name);
            return AnswerFormat.answer(EffectDocument.write(
                    campaigns().effect(name, history()), live.workspace().settings()));
        });
    }

    @GetMapping("/api/v1/campaigns/{name}/decisions")
    @Needs(Scope.PEOPLE)
    ResponseEntity<String> decisions(@PathVariable("name") String name, HttpServletRequest request) {
        AnswerFormat format = Parameters.of(request, "format").format();
        return live.use(() -> {
            found(name);
            return format.answer(sheets().messages(campaigns().messages(name)));
        });
    }

    @PostMapping("/api/v1/campaigns/{name}/messages")
    @Needs(Scope.ADMIN)
    void messages(@PathVariable("name") String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Parameters.none(request);
        gate.require(request, Scope.PEOPLE);
        found(name);
        new MessageFile(live, name).write(response);
    }

    @PostMapping("/api/v1/campaigns/{name}/replies")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> replies(@PathVariable("name") String name, HttpServletRequest request) {
        Parameters.none(request);
        List<Replies.Told> told = told(BodyText.of(request, "replies as JSON or CSV"));
        return live.use(() -> {
            found(name);
            Replies.Taken taken = campaigns().replies().take(name, told);
            live.histories().changed();
            return AnswerFormat.answer(written(taken));
        });
    }

    private static List<Replies.Told> told(String text) {
        try {
            String begin = text.stripLeading();
            boolean isJson = begin.startsWith("[") || begin.startsWith("{");
            return isJson ? Replies.ofJson(text) : Replies.ofCsv(text);
        } catch (IllegalArgumentException fault) {
            throw new BadOption(BODY, String.valueOf(fault.getMessage()));
        }
    }

    private static Json written(Replies.Taken taken) {
        return new Json.Object(new TreeMap<>(Map.of(
                "taken",
                new Json.Number(String.valueOf(taken.taken())),
                "known",
                new Json.Number(String.valueOf(taken.known())),
                "refused",
                new Json.Array(taken.faults().stream()
                        .<Json>map(each -> new Json.Object(new TreeMap<>(Map.of(
                                "place", new Json.Number(String.valueOf(each.place())),
                                "detail", new Json.Text(each.sentence())))))
                        .toList()))));
    }
}
