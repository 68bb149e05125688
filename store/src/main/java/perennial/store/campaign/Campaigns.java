package perennial.store.campaign;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Deciding;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Effect;
import perennial.core.campaign.Outcomes;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Reason;
import perennial.core.campaign.Stage;
import perennial.core.campaign.Verdict;
import perennial.core.campaign.Versions;
import perennial.core.history.History;
import perennial.store.Sql;
import perennial.store.Workspace;

/// The campaigns of a workspace. Histories that are given are those of customers.
public final class Campaigns {
    private final Workspace workspace;
    private final Plans plans;
    private final Outbox outbox;
    private final Dispatch dispatch;

    public Campaigns(Workspace workspace) {
        this.workspace = workspace;
        plans = new Plans(workspace);
        outbox = new Outbox(workspace);
        dispatch = new Dispatch(workspace, outbox);
    }

    /// What is planned.
    public Plans plans() {
        return plans;
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

    /// What can be said of a plan before it is launched.
    public Verdict verdict(Plan plan, History history) {
        return workspace.read(
                "looking ahead", connection -> Verdict.of(plan, history, ledger(connection, plan, history)));
    }

    /// What the launch of a plan would decide, at most so many; nothing is kept and no code is reserved.
    public List<Decision> preview(Plan plan, History history, int most) {
        return workspace.read("looking ahead", connection -> {
            return new Deciding(plan, 0, history, ledger(connection, plan, history)).decisions(most);
        });
    }

    private static StoredLedger ledger(DuckDBConnection connection, Plan plan, History history) throws SQLException {
        List<Campaign> others = Plans.all(connection).stream()
                .filter(each -> each.stage().isLaunched() && !each.name().equals(plan.name()))
                .toList();
        return new StoredLedger(connection, plan, others, history);
    }

    /// Decides on the audience as of the history's instant, once and for all.
    ///
    /// @return on how many
    /// @throws BadPlan if it is launched already, or may not be
    public synchronized int launch(String name, History asked) {
        History history = notAhead(asked);
        Campaign campaign = plans.named(name);
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
            return note(connection, deciding(connection, campaign, history).atLaunch());
        });
    }

    /// As of now where the as-of instant lies ahead, as it does on the day of the newest event: what is decided
    /// now must not wait for tonight.
    private History notAhead(History history) {
        long now = workspace.clock().millis();
        return history.asOf() > now ? history.asOf(now) : history;
    }

    /// Keeps a campaign that is over, with the decisions that were made for it elsewhere: it is only read here. Those
    /// who were not held out count as sent.
    ///
    /// @throws BadPlan if it was launched here
    public synchronized Campaign adopt(Plan plan, History history, List<Decision> decisions) {
        Campaign campaign = plans.save(plan, history);
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
            Outbox.adopt(connection, plan.name());
            return decisions.size();
        });
        return plans.named(plan.name());
    }

    /// Decides on those who entered the audience of a running campaign since.
    public synchronized int decide(String name, History asked) {
        History history = notAhead(asked);
        Campaign campaign = plans.named(name);
        return campaign.stage() == Stage.RUNNING
                        && campaign.plan().isEntering()
                        && !campaign.isOver(Instant.ofEpochMilli(history.asOf()))
                ? workspace.change(
                        "deciding of campaign \"" + name + "\"",
                        connection -> note(
                                connection,
                                deciding(connection, campaign, history).decisions(Integer.MAX_VALUE)))
                : 0;
    }

    private static Deciding deciding(DuckDBConnection connection, Campaign campaign, History history)
            throws SQLException {
        return new Deciding(campaign.plan(), campaign.version(), history, ledger(connection, campaign.plan(), history));
    }

    private int note(DuckDBConnection connection, List<Decision> decisions) throws SQLException {
        new Decisions(connection).add(decisions);
        new CampaignEvents(connection, workspace.clock().instant()).addDecisions(decisions);
        return decisions.size();
    }

    public void pause(String name) {
        move(name, Stage.PAUSED);
    }

    public void resume(String name) {
        Campaign campaign = plans.named(name);
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
        Campaign campaign = plans.named(name);
        requireNext(campaign, to);
        Instant now = workspace.clock().instant();
        workspace.change("changing campaign \"" + name + "\"", connection -> {
            note(connection, campaign, to, now.toEpochMilli());
            return to == Stage.STOPPED
                    ? Outbox.skipWaiting(connection, name, Reason.STOPPED, now)
                    : outbox.release(connection, name);
        });
        outbox.forget(name);
    }

    /// Skips what still waits of a campaign that is over.
    ///
    /// @return how many messages
    public synchronized int settle(String name) {
        Instant now = workspace.clock().instant();
        Campaign campaign = plans.named(name);
        if (!campaign.isOver(now) || outbox.balance(name).pending() == 0) {
            return 0;
        }
        Reason why = campaign.stage() == Stage.STOPPED ? Reason.STOPPED : Reason.ENDED;
        int skipped = workspace.change(
                "ending campaign \"" + name + "\"", connection -> Outbox.skipWaiting(connection, name, why, now));
        outbox.forget(name);
        return skipped;
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
        return dispatch.next(plans.named(name), plans.versions(name), history, most);
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

    /// The same, of whom the customers are by a history; each customer once, also where several turned out to be one.
    public List<Message> messages(String name, History history) {
        Duration window = plans.named(name).plan().window();
        return workspace.read("reading decisions", connection -> {
            List<Message> noted = new Decisions(connection).of(name);
            List<Message> now = Message.about(noted, connection, history);
            var doubles = new Doubles(noted, now, window);
            return now.stream().filter(each -> !doubles.has(each.decision())).toList();
        });
    }

    /// Where everybody of the audience is.
    public Balance balance(String name) {
        return outbox.balance(name);
    }

    /// What a campaign really added, as of the history's instant.
    public Effect effect(String name, History history) {
        Versions versions = plans.versions(name);
        List<Message> messages = messages(name, history);
        Set<String> left = messages.stream()
                .filter(Message::hasLeft)
                .map(each -> each.decision().id())
                .collect(Collectors.toSet());
        List<Decision> decisions = messages.stream()
                .map(Message::decision)
                .filter(versions::isRead)
                .toList();
        return Effect.of(
                versions.newest(),
                new Outcomes(versions, history).of(decisions, each -> left.contains(each.id())),
                history.asOf());
    }
}
