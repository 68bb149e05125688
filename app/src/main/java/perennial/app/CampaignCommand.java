package perennial.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.app.show.Numbers;
import perennial.core.campaign.Adopting;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Plan;
import perennial.core.campaign.PlanChange;
import perennial.core.campaign.Verdict;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;
import perennial.store.campaign.Campaign;
import perennial.store.campaign.CampaignSheets;
import perennial.store.campaign.Campaigns;
import perennial.store.campaign.Message;
import perennial.store.campaign.PlanDocument;
import perennial.store.campaign.Replies;
import perennial.store.campaign.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `perennial campaign`: plans campaigns, launches them, and tells what they really added.
@Command(
        name = "campaign",
        header = "Win customers back, with a holdout that shows what it added.",
        description = "A plan says whom to win back, how, and how many are held out. Its launch decides on everybody at"
                + " once; a server on the workspace sends the messages of webhooks, \"export\" writes those of files.",
        footer = {
            "Example: perennial campaign plan spring --audience \"life ended in last 90 days\" --offer \"20 %% off\""
                    + " --offer-cost 12 -w shop",
            "docs/win-back.md walks through a whole one."
        })
final class CampaignCommand extends CommandGroup {
    private static final String NAME = "NAME";
    private static final int PREVIEWED = 10;

    CampaignCommand(Surroundings surroundings) {
        super(surroundings);
    }

    private void say(String text) {
        surroundings().screen().wrap(text).forEach(out()::println);
    }

    /// Does something with the workspace, which ends well or throws.
    private int on(WorkspaceOption workspace, Consumer<Engine> work) {
        try (Engine engine = open(workspace.directory())) {
            work.accept(engine);
        }
        return 0;
    }

    /// The customers, as of now.
    private static History history(Engine engine) {
        return engine.answers().history(Unit.CUSTOMER);
    }

    private static CampaignSheets sheets(Engine engine) {
        return new CampaignSheets(engine.workspace().settings().zone());
    }

    @Command(name = "list", header = "List the campaigns.", mixinStandardHelpOptions = true)
    int list(@Mixin WorkspaceOption workspace, @Mixin WrittenFormat format) {
        return on(workspace, engine -> {
            writer(format)
                    .write(sheets(engine).campaigns(engine.campaigns().plans().all()), "No campaign is planned yet.");
        });
    }

    @Command(
            name = "plan",
            header = "Plan a campaign, or change its plan, and say what can be shown.",
            description = "Under a name that is there already, a new version is saved.",
            mixinStandardHelpOptions = true)
    int plan(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "What it is called.") String name,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "Read the plan from a JSON file; no other option is looked at.")
                    Optional<Path> file,
            @Mixin PlanOptions options)
            throws IOException {
        try (Engine engine = open(workspace.directory())) {
            Plan plan = file.isPresent()
                    ? PlanDocument.read(Files.readString(surroundings().file(file.get())))
                    : options.plan(name, engine.workspace().settings().calendar());
            if (!plan.name().equals(name)) {
                throw new BadPlan("name", "The file plans campaign \"" + plan.name() + "\", not \"" + name + "\"");
            }
            Campaigns campaigns = engine.campaigns();
            Optional<Campaign> before = campaigns.plans().find(name);
            Campaign saved = campaigns.plans().save(plan, history(engine));
            say(Saving.words(name, before.map(Campaign::version), saved.version())
                    + plan.objective().words() + ".");
            before.filter(each -> each.stage().isLaunched())
                    .ifPresent(each -> new PlanChange(each.plan(), plan).words().forEach(this::say));
            tell(engine.campaigns().verdict(plan, history(engine)), engine);
        }
        return 0;
    }

    private void tell(Verdict verdict, Engine engine) {
        String currency = engine.workspace().settings().currency().getCurrencyCode();
        say(verdict.words());
        say("Audience " + Numbers.whole(verdict.audience()) + ", of whom " + Numbers.whole(verdict.fit())
                + " can come back; " + Numbers.whole(verdict.contacts()) + " messages, which cost "
                + Numbers.money(verdict.contactCost()) + " " + currency + ", and offers about "
                + Numbers.money(verdict.liability()) + " " + currency + ".");
        verdict.gain()
                .ifPresent(gain -> say("If the rise hoped for comes, it is expected to add " + Numbers.money(gain) + " "
                        + currency + " net, by what those who came back spent."));
        verdict.advice().forEach(advice -> say("- " + advice));
    }

    @Command(
            name = "preview",
            header = "Show ten decisions that a launch would make now; nothing is kept.",
            mixinStandardHelpOptions = true)
    int preview(
            @Mixin WorkspaceOption workspace,
            @Mixin WrittenFormat format,
            @Parameters(paramLabel = NAME, description = "A campaign.") String name) {
        return on(workspace, engine -> {
            Campaign campaign = engine.campaigns().plans().named(name);
            List<Decision> decisions = engine.campaigns().preview(campaign.plan(), history(engine), PREVIEWED);
            if (!format.isJson() && !format.isCsv()) {
                tell(engine.campaigns().verdict(campaign.plan(), history(engine)), engine);
                out().println();
            }
            writer(format).write(sheets(engine).decisions(decisions), "Nobody is in the audience.");
        });
    }

    @Command(
            name = "launch",
            header = "Decide on the audience, once and for all.",
            description = "Everybody is drawn into an arm, held out or excluded, in one transaction.",
            mixinStandardHelpOptions = true)
    int launch(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "A campaign that is not launched.") String name) {
        return on(workspace, engine -> {
            int decided = engine.campaigns().launch(name, history(engine));
            out().println("Decided on " + Numbers.whole(decided) + " customers.");
            out().println(engine.campaigns().balance(name));
            if (engine.campaigns().plans().named(name).plan().isCsv()) {
                say("\"perennial campaign export " + name + "\" writes the messages.");
            } else if (!surroundings().workspaces().areServed()) {
                say("The messages leave as soon as a server runs on the workspace: \"perennial serve\".");
            }
        });
    }

    @Command(
            name = "pause",
            header = "Hold a campaign: nothing leaves until it is resumed.",
            mixinStandardHelpOptions = true)
    int pause(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "A running campaign.") String name) {
        return on(workspace, engine -> {
            engine.campaigns().pause(name);
            out().println("Paused \"" + name + "\".");
        });
    }

    @Command(name = "resume", header = "Go on with a campaign that was paused.", mixinStandardHelpOptions = true)
    int resume(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "A paused campaign.") String name) {
        return on(workspace, engine -> {
            engine.campaigns().resume(name);
            out().println("\"" + name + "\" goes on.");
        });
    }

    @Command(
            name = "stop",
            header = "End a campaign for good: what waits is not sent.",
            mixinStandardHelpOptions = true)
    int stop(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "A launched campaign.") String name) {
        return on(workspace, engine -> {
            engine.campaigns().stop(name);
            out().println(engine.campaigns().balance(name));
        });
    }

    @Command(name = "status", header = "Say where everybody of an audience is.", mixinStandardHelpOptions = true)
    int status(
            @Mixin WorkspaceOption workspace, @Parameters(paramLabel = NAME, description = "A campaign.") String name) {
        return on(workspace, engine -> {
            Campaign campaign = engine.campaigns().plans().named(name);
            out().println("\"" + name + "\" is " + campaign.stage() + ", version " + campaign.version() + ": "
                    + campaign.plan().objective().words() + ".");
            out().println(engine.campaigns().balance(name));
            engine.campaigns().replies().of(name).forEach(each -> out().println("Replies to " + each));
            engine.campaigns()
                    .codes()
                    .all()
                    .forEach(pool -> out().println("Codes of pool " + pool.name() + ": " + Numbers.whole(pool.free())
                            + " free, " + Numbers.whole(pool.reserved()) + " reserved, " + Numbers.whole(pool.given())
                            + " given away."));
        });
    }

    @Command(
            name = "result",
            header = "Say what a campaign really added.",
            description = "By the arm a customer was drawn into, whoever was reached. Looking every day is safe.",
            mixinStandardHelpOptions = true)
    int result(
            @Mixin WorkspaceOption workspace,
            @Mixin WrittenFormat format,
            @Parameters(paramLabel = NAME, description = "A launched campaign.") String name) {
        return on(workspace, engine -> {
            engine.campaigns().plans().named(name);
            new EffectReport(
                            engine.campaigns().effect(name, history(engine)),
                            engine.workspace().settings(),
                            format,
                            surroundings().screen(),
                            out())
                    .print();
        });
    }

    @Command(
            name = "decisions",
            header = "List what was decided of everybody, and where their messages are.",
            mixinStandardHelpOptions = true)
    int decisions(
            @Mixin WorkspaceOption workspace,
            @Mixin WrittenFormat format,
            @Parameters(paramLabel = NAME, description = "A launched campaign.") String name) {
        return on(workspace, engine -> {
            engine.campaigns().plans().named(name);
            List<Message> messages = engine.campaigns().messages(name);
            writer(format).write(sheets(engine).messages(messages), "Nobody was decided on yet.");
        });
    }

    @Command(
            name = "export",
            header = "Write the messages that are due as CSV; each is written once.",
            description = "What was written counts as sent. Held out and excluded customers have no message.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "A running campaign whose channel is csv.") String name) {
        return on(workspace, engine -> {
            int cutOff = surroundings().workspaces().areServed()
                    ? 0
                    : engine.campaigns().outbox().recover();
            if (cutOff > 0) {
                err().println(Numbers.whole(cutOff)
                        + " messages may have been written when another export was cut off: they are uncertain,"
                        + " and not written again.");
            }
            int written = engine.campaigns().csv().write(name, history(engine), new CheckedOut(out()));
            out().flush();
            err().println("Wrote " + Numbers.whole(written) + " messages.");
        });
    }

    @Command(
            name = "replies",
            header = "Bring in what came back of messages.",
            description = "A CSV file with the columns decision, reply (delivered, opened, clicked, unsubscribed or"
                    + " bounced) and at, an instant; without it, now.",
            mixinStandardHelpOptions = true)
    int replies(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "A launched campaign.") String name,
            @Parameters(paramLabel = "FILE", description = "A CSV file.") Path file)
            throws IOException {
        List<Replies.Told> told = Replies.ofCsv(Files.readString(surroundings().file(file)));
        try (Engine engine = open(workspace.directory())) {
            Replies.Taken taken = engine.campaigns().replies().take(name, told);
            out().println("Took " + Numbers.whole(taken.taken()) + " replies; " + Numbers.whole(taken.known())
                    + " were known already.");
            taken.faults().forEach(fault -> say("Line " + fault.place() + ": " + fault.sentence()));
            return taken.faults().isEmpty() ? 0 : 1;
        }
    }

    @Command(
            name = "adopt",
            header = "Read a campaign that another tool ran, by the events with which it noted who was drawn.",
            description = "The property \"arm\" of each event names the arm, \"holdout\" for the held out.",
            mixinStandardHelpOptions = true)
    int adopt(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "What it is called here.") String name,
            @Option(
                            names = "--event",
                            paramLabel = "SELECTION",
                            required = true,
                            description = "The events, such as 'Campaign Assigned[campaign = spring]'.")
                    String event,
            @Mixin PlanOptions options) {
        return on(workspace, engine -> {
            Plan plan = options.plan(name, engine.workspace().settings().calendar());
            List<Decision> decisions = Adopting.of(plan, 1, history(engine), Selection.parse(event));
            engine.campaigns().adopt(plan, history(engine), decisions);
            out().println("Adopted " + Numbers.whole(decisions.size()) + " decisions.");
            out().println(engine.campaigns().balance(name));
        });
    }

    @Command(name = "codes", header = "Bring in codes for offers, one a line.", mixinStandardHelpOptions = true)
    int codes(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = "POOL", description = "The pool they go to.") String pool,
            @Parameters(paramLabel = "FILE", description = "A text file.") Path file)
            throws IOException {
        List<String> codes = Files.readAllLines(surroundings().file(file)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        try (Engine engine = open(workspace.directory())) {
            int added = engine.campaigns().codes().add(pool, codes);
            out().println("Brought " + Numbers.whole(added) + " new codes into pool \"" + pool + "\".");
        }
        return 0;
    }

    @Command(
            name = "webhook",
            header = "Say where messages are posted, and print the secret that signs them.",
            description = "Under a name that is there already, the address and the secret are replaced.",
            mixinStandardHelpOptions = true)
    int webhook(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = NAME, description = "The name plans use as channel.") String name,
            @Parameters(paramLabel = "URL", description = "Where messages are posted.") URI url,
            @Option(
                            names = "--per-second",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "Messages a second at most. Default: 50.")
                    int perSecond,
            @Option(
                            names = "--allow-private",
                            description = "The address may lie in a private network, or be this machine.")
                    boolean isPrivate) {
        return on(workspace, engine -> {
            Webhook webhook = engine.campaigns().webhooks().save(name, url, perSecond, isPrivate);
            out().println("Messages of channel \"" + name + "\" go to " + webhook.url() + ".");
            out().println("Secret: " + webhook.secret());
        });
    }
}
