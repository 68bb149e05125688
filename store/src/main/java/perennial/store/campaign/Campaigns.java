package perennial.store.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Deciding;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Effect;
import perennial.core.campaign.Expectation;
import perennial.core.campaign.Outcomes;
import perennial.core.campaign.Plan;
import perennial.core.campaign.PlanChange;
import perennial.core.campaign.Reason;
import perennial.core.campaign.Stage;
import perennial.core.campaign.Verdict;
import perennial.core.history.History;
import perennial.store.Definitions;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The campaigns of a workspace. Histories that are given are those of customers.
public final class Campaigns {
    private static final String KIND = "campaign";

    /// A campaign that customers enter one after the other is judged by so many days where it has no end.
    private static final int USUAL_RUN_DAYS = 90;

    private final Workspace workspace;
    private final Outbox outbox;
    private final Dispatch dispatch;

    public Campaigns(Workspace workspace) {
        this.workspace = workspace;
        outbox = new Outbox(workspace);
        dispatch = new Dispatch(workspace, outbox);
    }

    /// What happens to the messages.
    public Outbox outbox() {
        return outbox;
    }

    public Webhooks webhooks() {
        return new Webhooks(workspace);
    }

    public CodePools codes() {
        return new CodePools(workspace);
    }

    public Suppressions suppressions() {
        return new Suppressions(workspace);
    }

    /// What comes back of messages.
    public Replies replies() {
        return new Replies(workspace);
    }

    /// The channel that is a file.
    public CsvChannel csv() {
        return new CsvChannel(this);
    }

    /// Where one was from when on.
    private record Step(Stage stage, int version, Instant from) {}

    /// One version of a plan.
    public record Version(int number, Plan plan, Instant saved) {}

    /// All, by name.
    public List<Campaign> all() {
        return workspace.read("reading the campaigns", Campaigns::all);
    }

    private static List<Campaign> all(DuckDBConnection connection) throws SQLException {
        Map<String, List<Step>> steps = steps(connection);
        var campaigns = new TreeMap<String, Campaign>();
        for (Definitions.Version version : new Definitions(connection, KIND).versions()) {
            List<Step> taken = steps.getOrDefault(version.name(), List.of());
            version.document()
                    .ifPresent(document -> campaigns.put(
                            version.name(),
                            new Campaign(
                                    PlanDocument.read(document),
                                    version.number(),
                                    taken.isEmpty()
                                            ? Stage.DRAFT
                                            : taken.getLast().stage(),
                                    taken.stream().map(Step::from).findFirst(),
                                    version.created())));
        }
        return List.copyOf(campaigns.values());
    }

    private static Map<String, List<Step>> steps(DuckDBConnection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("campaign/stages"))) {
            Map<String, List<Step>> steps = new LinkedHashMap<>();
            while (rows.next()) {
                steps.computeIfAbsent(rows.getString("campaign"), _ -> new ArrayList<>())
                        .add(new Step(
                                Stage.of(rows.getString("stage")),
                                rows.getInt("version"),
                                Instant.ofEpochMilli(rows.getLong("at_ms"))));
            }
            return steps;
        }
    }

    public Optional<Campaign> find(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// The one of this name.
    ///
    /// @throws BadPlan naming all, if there is none
    public Campaign named(String name) {
        List<Campaign> all = all();
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadPlan(
                        "name",
                        "There is no campaign \"" + name + "\"; there are: "
                                + String.join(
                                        ", ", all.stream().map(Campaign::name).toList())));
    }

    /// All versions of a plan, the oldest first.
    public List<Version> versions(String name) {
        return workspace.read("reading a campaign", connection -> versions(connection, name));
    }

    private static List<Version> versions(DuckDBConnection connection, String name) throws SQLException {
        return new Definitions(connection, KIND)
                .versions().stream()
                        .filter(version -> version.name().equals(name))
                        .flatMap(version -> version.document().stream()
                                .map(document ->
                                        new Version(version.number(), PlanDocument.read(document), version.created())))
                        .toList();
    }

    /// Keeps a plan as the next version; what is kept already is not kept again.
    ///
    /// @throws BadPlan if it cannot be carried out
    public Campaign save(Plan plan, History history) {
        check(plan, history);
        Optional<Campaign> known = find(plan.name());
        if (known.filter(each -> each.plan().equals(plan)).isEmpty()) {
            known.filter(each -> each.isOver(workspace.clock().instant())).ifPresent(over -> {
                throw new BadPlan("name", "Campaign \"" + over.name() + "\" is over; plan another under another name");
            });
            workspace.change(
                    "saving campaign \"" + plan.name() + "\"",
                    connection -> new Definitions(connection, KIND)
                            .save(
                                    plan.name(),
                                    PlanDocument.write(plan),
                                    workspace.clock().millis()));
        }
        return named(plan.name());
    }

    /// Tells now of what a plan could only fail for at its launch.
    ///
    /// @throws BadPlan if it cannot be carried out
    public void check(Plan plan, History history) {
        plan.assignment();
        requireReadable("audience", plan.audience(), history);
        plan.exclusions().consent().ifPresent(segment -> requireReadable("consent", segment, history));
        plan.treatments().stream()
                .flatMap(each -> each.offers().stream())
                .flatMap(rule -> rule.segment().stream())
                .forEach(segment -> requireReadable("treatments", segment, history));
        if (!plan.isCsv() && webhooks().find(plan.channel()).isEmpty()) {
            throw new BadPlan("channel", "There is no webhook \"" + plan.channel() + "\"; make it first, or use csv");
        }
    }

    private static void requireReadable(String field, String segment, History history) {
        try {
            history.segments().read(segment);
        } catch (IllegalArgumentException fault) {
            throw new BadPlan(field, String.valueOf(fault.getMessage()));
        }
    }

    /// What can be said of a plan before it is launched.
    public Verdict verdict(Plan plan, History history) {
        long days = plan.ends()
                .map(end -> Math.max(
                        1,
                        (end.toEpochMilli() - history.asOf())
                                / plan.window().dividedBy(plan.windowDays()).toMillis()))
                .orElse((long) USUAL_RUN_DAYS);
        return Verdict.of(plan, Expectation.of(plan, history), days);
    }

    /// What the launch of a plan would decide, at most so many; nothing is kept and no code is reserved.
    public List<Decision> preview(Plan plan, History history, int most) {
        return workspace.read("looking ahead", connection -> {
            return new Deciding(plan, 0, history, ledger(connection, plan, history)).decisions(most);
        });
    }

    private static StoredLedger ledger(DuckDBConnection connection, Plan plan, History history) throws SQLException {
        Instant now = Instant.ofEpochMilli(history.asOf());
        List<Campaign> others = all(connection).stream()
                .filter(each -> each.stage().isLaunched() && !each.name().equals(plan.name()))
                .toList();
        return new StoredLedger(connection, plan, others, now);
    }

    /// Decides on the audience as of the history's instant, once and for all.
    ///
    /// @return on how many
    /// @throws BadPlan if it is launched already, or may not be
    public synchronized int launch(String name, History asked) {
        History history = notAhead(asked);
        Campaign campaign = named(name);
        requireNext(campaign, Stage.RUNNING);
        if (campaign.stage() != Stage.DRAFT) {
            throw new BadPlan("name", "Campaign \"" + name + "\" was launched; resume it");
        }
        Verdict verdict = verdict(campaign.plan(), history);
        if (verdict.finding() == Verdict.Finding.HOLDOUT_TOO_SMALL) {
            throw new BadPlan("holdout", verdict.words() + " To launch it, " + String.join(", or ", verdict.advice()));
        }
        return workspace.change("launching campaign \"" + name + "\"", connection -> {
            note(connection, campaign, Stage.RUNNING, workspace.clock().millis());
            return decide(connection, campaign, history);
        });
    }

    /// As of now where the as-of instant lies ahead, as it does on the day of the newest event: what is decided now
    /// must
    /// not wait for tonight.
    private History notAhead(History history) {
        long now = workspace.clock().millis();
        return history.asOf() > now ? history.asOf(now) : history;
    }

    /// Keeps a campaign that is over, with the decisions that were made for it elsewhere: it is only read here. Those
    /// who were not held out count as sent.
    ///
    /// @throws BadPlan if it was launched here
    public synchronized Campaign adopt(Plan plan, History history, List<Decision> decisions) {
        Campaign campaign = save(plan, history);
        if (campaign.stage() != Stage.DRAFT) {
            throw new BadPlan("name", "Campaign \"" + plan.name() + "\" was launched here; adopt under another name");
        }
        if (decisions.isEmpty()) {
            throw new BadPlan("name", "Nobody was decided on for campaign \"" + plan.name() + "\"");
        }
        workspace.change("adopting campaign \"" + plan.name() + "\"", connection -> {
            long first = decisions.stream()
                    .mapToLong(each -> each.decided().toEpochMilli())
                    .min()
                    .orElseThrow();
            note(connection, campaign, Stage.RUNNING, first);
            note(connection, campaign, Stage.STOPPED, workspace.clock().millis());
            new Decisions(connection)
                    .add(decisions.stream()
                            .map(each -> each.byVersion(campaign.version()))
                            .toList());
            outbox.adopt(
                    connection, decisions.stream().filter(Decision::isTreated).toList());
            return decisions.size();
        });
        return named(plan.name());
    }

    /// Decides on those who entered the audience of a running campaign since.
    public synchronized int decide(String name, History asked) {
        History history = notAhead(asked);
        Campaign campaign = named(name);
        return campaign.stage() == Stage.RUNNING
                        && campaign.plan().isEntering()
                        && !campaign.isOver(Instant.ofEpochMilli(history.asOf()))
                ? workspace.change(
                        "deciding of campaign \"" + name + "\"", connection -> decide(connection, campaign, history))
                : 0;
    }

    private int decide(DuckDBConnection connection, Campaign campaign, History history) throws SQLException {
        List<Decision> decisions = new Deciding(
                        campaign.plan(), campaign.version(), history, ledger(connection, campaign.plan(), history))
                .decisions(Integer.MAX_VALUE);
        new Decisions(connection).add(decisions);
        new CampaignEvents(connection, workspace.clock().instant()).addDecisions(decisions);
        return decisions.size();
    }

    public void pause(String name) {
        move(name, Stage.PAUSED);
    }

    public void resume(String name) {
        Campaign campaign = named(name);
        if (campaign.stage() != Stage.PAUSED) {
            throw new BadPlan("name", "Campaign \"" + name + "\" is not paused: it is " + campaign.stage());
        }
        move(name, Stage.RUNNING);
    }

    /// Ends a campaign before its time: what waits is skipped.
    public void stop(String name) {
        move(name, Stage.STOPPED);
    }

    private synchronized void move(String name, Stage to) {
        Campaign campaign = named(name);
        requireNext(campaign, to);
        Instant now = workspace.clock().instant();
        workspace.change("changing campaign \"" + name + "\"", connection -> {
            note(connection, campaign, to, now.toEpochMilli());
            return to == Stage.STOPPED ? Outbox.skipWaiting(connection, name, Reason.STOPPED, now) : 0;
        });
    }

    /// Skips what still waits of a campaign that is over.
    ///
    /// @return how many messages
    public synchronized int settle(String name) {
        Instant now = workspace.clock().instant();
        Campaign campaign = named(name);
        if (!campaign.isOver(now) || outbox.nextDue(name).isEmpty()) {
            return 0;
        }
        Reason why = campaign.stage() == Stage.STOPPED ? Reason.STOPPED : Reason.ENDED;
        return workspace.change(
                "ending campaign \"" + name + "\"", connection -> Outbox.skipWaiting(connection, name, why, now));
    }

    /// Whether messages of one may leave now.
    boolean isSending(Campaign campaign) {
        return campaign.isSending(workspace.clock().instant());
    }

    /// Picks messages of a campaign that are due, checks them once more, and notes that they are being sent: what
    /// becomes of each is told to the [Outbox]. None while the campaign does not send.
    ///
    /// @param history as of now
    /// @param most so many are picked
    public synchronized List<Letter> leave(String name, History history, int most) {
        return dispatch.next(named(name), versions(name), history, most);
    }

    private static void requireNext(Campaign campaign, Stage to) {
        if (!campaign.stage().mayBecome(to)) {
            throw new BadPlan(
                    "name", "Campaign \"" + campaign.name() + "\" is " + campaign.stage() + " and cannot become " + to);
        }
    }

    private static void note(DuckDBConnection connection, Campaign campaign, Stage stage, long atMs)
            throws SQLException {
        try (var note = connection.prepareStatement(Sql.text("campaign/note-stage"))) {
            note.setString(1, campaign.name());
            note.setString(2, stage.toString());
            note.setInt(3, campaign.version());
            note.setLong(4, atMs);
            note.execute();
        }
    }

    /// What was decided of everybody, and where their messages are, in the order of decisions.
    public List<Message> messages(String name) {
        return workspace.read("reading decisions", connection -> new Decisions(connection).of(name));
    }

    /// Where everybody of the audience is.
    public Balance balance(String name) {
        return outbox.balance(name);
    }

    /// The plan by which a campaign is read, and whom it is read of: those decided on since what counts was changed
    /// last.
    public record Read(Plan plan, List<Message> messages) {}

    /// What a campaign is read by.
    public Read read(String name) {
        List<Version> versions = versions(name);
        if (versions.isEmpty()) {
            throw new StoreFailure("There is no campaign \"" + name + "\"");
        }
        Plan plan = versions.getLast().plan();
        int since = versions.reversed().stream()
                .takeWhile(each -> new PlanChange(each.plan(), plan).isReadTogether())
                .mapToInt(Version::number)
                .min()
                .orElse(versions.getLast().number());
        return new Read(
                plan,
                messages(name).stream()
                        .filter(each -> each.decision().version() >= since)
                        .toList());
    }

    /// What a campaign really added, as of the history's instant.
    public Effect effect(String name, History history) {
        Read read = read(name);
        Map<String, Message> byDecision = new LinkedHashMap<>();
        read.messages().forEach(each -> byDecision.put(each.decision().id(), each));
        List<Decision> decisions =
                byDecision.values().stream().map(Message::decision).toList();
        return Effect.of(
                read.plan(),
                new Outcomes(read.plan(), history)
                        .of(
                                decisions,
                                each -> Optional.ofNullable(byDecision.get(each.id()))
                                        .orElseThrow()
                                        .hasLeft()),
                history.asOf());
    }
}
