package perennial.store.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import perennial.core.answer.Share;
import perennial.core.campaign.ArmResult;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Comparison;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Effect;
import perennial.core.campaign.EffectWords;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Reason;
import perennial.core.campaign.Reply;
import perennial.core.campaign.SendState;
import perennial.core.campaign.Stage;
import perennial.core.campaign.Verdict;
import perennial.core.customer.Owner;

/// A thousand customers whose contracts all ended on 1 February. Every fifth comes back by itself on 20 March; of those
/// a campaign of 1 March writes to, every second of the others on 25 March.
class CampaignsTest extends Thousand {
    private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");
    private static final String PLAN = """
            {"name":"spring","audience":"life ended in last 60 days","holdout":0.2,"windowDays":30,"keptDays":20,
             "treatments":[{"name":"letter","share":1,"offers":[
               {"who":"life ended with reason \\"price\\"",
                "offer":{"name":"discount","text":"20 % off","cost":3,"codes":{"pool":"spring"}}},
               {"offer":{"name":"call","text":"we call you","cost":1}}]}],
             "costPerContact":0.5,"margin":0.5}
            """;

    private List<Message> launched(String plan) {
        launch(plan);
        return campaigns.messages(PlanDocument.read(plan).name());
    }

    @Test
    void a_plan_reads_back_as_it_was_written() {
        Plan plan = PlanDocument.read(PLAN);
        assertThat(PlanDocument.read(PlanDocument.write(plan).text())).isEqualTo(plan);
        assertThat(campaigns.plans().save(plan, at(LAUNCH)).version()).isEqualTo(1);
        assertThat(campaigns.plans().save(plan, at(LAUNCH)).version()).isEqualTo(1);
        assertThat(campaigns.plans().named("spring").plan()).isEqualTo(plan);
        assertThat(campaigns.plans().named("spring").stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void what_cannot_be_carried_out_is_refused_at_its_field() {
        assertThatThrownBy(() -> PlanDocument.read("{\"name\":\"a\",\"audience\":\"champions\",\"holdot\":0.1}"))
                .isInstanceOfSatisfying(
                        BadPlan.class, bad -> assertThat(bad.field()).isEqualTo("holdot"));
        assertThatThrownBy(() -> PlanDocument.read("{\"name\":\"a\",\"audience\":\"champions\",\"holdout\":1}"))
                .isInstanceOfSatisfying(
                        BadPlan.class, bad -> assertThat(bad.field()).isEqualTo("holdout"));
        assertThatThrownBy(() -> campaigns
                        .plans()
                        .save(
                                PlanDocument.read("{\"name\":\"a\",\"audience\":\"champions\",\"channel\":\"crm\"}"),
                                at(LAUNCH)))
                .isInstanceOfSatisfying(
                        BadPlan.class, bad -> assertThat(bad.field()).isEqualTo("channel"));
    }

    /// The hash is that of the database, the arithmetic that of the comment on [perennial.core.experiment.Assignment].
    @Test
    void everybody_is_drawn_as_anybody_can_draw_again() {
        List<Message> messages = launched(PLAN);
        assertThat(messages).hasSize(1_000);
        List<String> drawn = workspace.read("drawing again", connection -> {
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            SELECT customer FROM campaign_decisions
                            WHERE (('0x' || substr(sha256('spring' || chr(10) || customer || chr(10) || life), 1, 16))::UBIGINT
                                   // 2048)::DOUBLE / pow(2, 53) < 0.2
                            """)) {
                List<String> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        });
        assertThat(messages.stream()
                        .map(Message::decision)
                        .filter(Decision::isHeldOut)
                        .map(each -> each.customer().id()))
                .containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(drawn).hasSizeBetween(160, 240);
        assertThat(campaigns.balance("spring"))
                .isEqualTo(new Balance(1_000, drawn.size(), 0, 0, 0, 0, 0, 1_000 - drawn.size()));
    }

    @Test
    void each_is_made_the_offer_of_the_first_rule_and_codes_go_as_far_as_they_reach() {
        assertThat(campaigns.codes().add("spring", List.of("A", "B", "C", "A"))).isEqualTo(3);
        List<Decision> treated = launched(PLAN).stream()
                .map(Message::decision)
                .filter(Decision::isTreated)
                .toList();
        // Customers with an odd number left for the price.
        assertThat(treated).allSatisfy(each -> assertThat(each.offer()).contains(isOdd(each) ? "discount" : "call"));
        assertThat(treated.stream().flatMap(each -> each.code().stream())).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(treated)
                .allSatisfy(each -> assertThat(each.personal().daysAway())
                        .isEqualTo(28)); // they were last active when they cancelled, on 31 January
        assertThat(treated).allSatisfy(each -> assertThat(each.life()).isEqualTo(1));
        assertThat(campaigns.codes().all()).containsExactly(new CodePools.Pool("spring", 3, 3, 0));
        Message first = campaigns.messages("spring").stream()
                .filter(each -> each.decision().code().isPresent())
                .findFirst()
                .orElseThrow();
        campaigns.outbox().take(List.of(Outbox.Step.skip(Reason.CAME_BACK, first)), List.of());
        assertThat(campaigns.codes().all()).containsExactly(new CodePools.Pool("spring", 3, 2, 0));
    }

    private static boolean isOdd(Decision decision) {
        return number(decision) % 2 == 1;
    }

    private static int number(Decision decision) {
        return Integer.parseInt(decision.customer().id().substring(1));
    }

    @Test
    void the_history_of_the_audience_says_what_can_be_shown() {
        Verdict verdict = campaigns.verdict(PlanDocument.read(PLAN), at(Instant.parse("2026-04-15T00:00:00Z")));
        // Of the 1000 who had left by 16 March every fifth was back by 15 April. They left again, and nobody else did.
        assertThat(verdict.base()).isEqualTo(new Share(200, 1_000));
        assertThat(verdict.fit()).isEqualTo(200);
        assertThat(verdict.smallestRise().orElseThrow()).isGreaterThan(0.1);
        assertThat(verdict.finding()).isEqualTo(Verdict.Finding.NOT_MEASURABLE);
        Verdict before = campaigns.verdict(PlanDocument.read(PLAN), at(LAUNCH));
        assertThat(before.fit()).isEqualTo(1_000);
        assertThat(before.expected()).isEqualTo(1_000);
        assertThat(before.contacts()).isEqualTo(800);
        assertThat(before.contactCost()).isEqualByComparingTo("400");
    }

    /// Half of them are offered 3, the others 1; of 800 written to 400 are taken to come back, as nothing is known.
    @Test
    void offers_cost_what_the_rules_would_have_those_be_offered_who_are_drawn() {
        Verdict verdict = campaigns.verdict(PlanDocument.read(PLAN), at(LAUNCH));
        assertThat(verdict.liability()).isEqualByComparingTo("800");
        assertThat(verdict.cost()).isEqualByComparingTo("1200");
        assertThat(campaigns
                        .verdict(
                                PlanDocument.read(PLAN.replace("\"margin\"", "\"budget\":1200,\"margin\"")), at(LAUNCH))
                        .advice())
                .noneMatch(each -> each.startsWith("raise the budget"));
        assertThat(campaigns
                        .verdict(
                                PlanDocument.read(PLAN.replace("\"margin\"", "\"budget\":1199,\"margin\"")), at(LAUNCH))
                        .advice())
                .anyMatch(each -> each.startsWith("raise the budget"));
    }

    @Test
    void a_code_that_lies_in_two_pools_is_given_to_one_customer() {
        campaigns.codes().add("spring", List.of("A", "B", "C"));
        campaigns.codes().add("calls", List.of("B", "C", "D"));
        assertThat(launched(PLAN.replace("\"cost\":1}", "\"cost\":1,\"codes\":{\"pool\":\"calls\"}}")).stream()
                        .flatMap(each -> each.decision().code().stream()))
                .containsExactlyInAnyOrder("A", "B", "C", "D");
    }

    @Test
    void whoever_unsubscribed_or_is_elsewhere_or_had_enough_is_excluded_before_anybody_is_drawn() {
        campaigns.suppressions().add(new Owner(Owner.Kind.USER, "c1"), Reply.UNSUBSCRIBED);
        launched(PLAN.replace(
                "\"spring\",\"audience\":\"life ended in last 60 days\"",
                "\"first\",\"audience\":\"segment\""
                        .replace("segment", "life ended with reason \\\"price\\\" in last 60 days")));
        sendAll("first");
        List<Message> second = launched(PLAN.replace(
                "\"holdout\":0.2",
                "\"holdout\":0.2,\"exclusions\":{\"cap\":{\"contacts\":1,\"days\":7},\"apart\":true}"));
        assertThat(second).hasSize(1_000);
        assertThat(second.stream().map(Message::decision)).allSatisfy(each -> {
            if (each.customer().id().equals("c1")) {
                assertThat(each.why()).contains(Reason.SUPPRESSED);
            } else if (isOdd(each)) {
                assertThat(each.why()).contains(Reason.OTHER_CAMPAIGN);
            } else {
                assertThat(each.arm()).isPresent();
            }
        });
        assertThat(campaigns.balance("spring").holds()).isTrue();
        assertThat(campaigns.balance("spring").excluded()).isEqualTo(500);
    }

    @Test
    void what_is_decided_stands_on_the_timelines_and_makes_no_workspace_live() {
        launched(PLAN);
        sendAll("spring");
        assertThat(views.isLive()).isFalse();
        long treated = campaigns.balance("spring").sent();
        assertThat(events("Holdout Assigned")).isEqualTo(1_000 - treated);
        assertThat(events("Campaign Assigned")).isEqualTo(treated);
        assertThat(events("Message Sent")).isEqualTo(treated);
    }

    private long events(String name) {
        return workspace.read("counting", connection -> {
            try (var statement =
                    connection.prepareStatement("SELECT count(*) FROM events WHERE name = ? AND user_id IS NOT NULL")) {
                statement.setString(1, name);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private void sendAll(String name) {
        List<Message> leased = campaigns.outbox().lease(name, 10_000);
        for (SendState state : List.of(SendState.SENDING, SendState.SENT)) {
            campaigns
                    .outbox()
                    .take(
                            leased.stream()
                                    .map(each -> Outbox.Step.to(state, each))
                                    .toList(),
                            state == SendState.SENT ? leased : List.of());
        }
    }

    /// Those who came back are told by their numbers: every fifth, and of the written-to every second.
    @Test
    void the_effect_is_that_of_those_drawn_whoever_was_reached() {
        launched(PLAN);
        sendAll("spring");
        comeBackIfWrittenTo();
        Effect early = campaigns.effect("spring", at(Instant.parse("2026-03-30T00:00:00Z")));
        assertThat(early.finding()).isEqualTo(Effect.Finding.TOO_EARLY);
        assertThat(new EffectWords(early, ZoneId.of("UTC"), "EUR").sentence())
                .isEqualTo("It is too early: the first customers' 30 days are over on 2026-03-31.");

        Effect effect = campaigns.effect("spring", at(END));
        ArmResult holdout = effect.holdout();
        ArmResult letter = effect.treatments().getFirst();
        List<Decision> decisions =
                campaigns.messages("spring").stream().map(Message::decision).toList();
        long heldBack = decisions.stream()
                .filter(each -> each.isHeldOut() && number(each) % 5 == 0)
                .count();
        long treatedBack = decisions.stream()
                .filter(each -> each.isTreated() && (number(each) % 5 == 0 || number(each) % 2 == 0))
                .count();
        assertThat(holdout.returned().hits()).isEqualTo(heldBack);
        assertThat(letter.returned().hits()).isEqualTo(treatedBack);
        assertThat(letter.returned().of() + holdout.returned().of()).isEqualTo(1_000);
        assertThat(letter.sent()).isEqualTo(letter.drawn());
        // Everybody who comes back pays 10 on the day after; an odd one costs 3, an even one 1.
        assertThat(letter.revenue()).isEqualByComparingTo(String.valueOf(10 * treatedBack));
        long odd = decisions.stream()
                .filter(each -> each.isTreated() && number(each) % 5 == 0 && isOdd(each))
                .count();
        assertThat(letter.incentives()).isEqualByComparingTo(String.valueOf(3 * odd + (treatedBack - odd)));
        assertThat(letter.contactCost().doubleValue()).isEqualTo(0.5 * letter.drawn());
        // Those who came back on 20 March cancel again on 1 April, before 20 days have passed.
        assertThat(letter.kept().hits())
                .isEqualTo(treatedBack
                        - decisions.stream()
                                .filter(each -> each.isTreated() && number(each) % 5 == 0)
                                .count());

        Comparison comparison = effect.comparison("letter").orElseThrow();
        double difference = letter.returned().value() - holdout.returned().value();
        assertThat(comparison.difference().value()).isCloseTo(difference, within(1e-12));
        assertThat(comparison.returns().value()).isCloseTo(difference * letter.drawn(), within(1e-9));
        double marginTreated = 5.0 * treatedBack / letter.drawn();
        double marginHeld = 5.0 * heldBack / holdout.drawn();
        assertThat(comparison.margin().value()).isCloseTo((marginTreated - marginHeld) * letter.drawn(), within(1e-6));
        assertThat(comparison.net().value())
                .isCloseTo(
                        (marginTreated - marginHeld) * letter.drawn()
                                - letter.incentives().doubleValue()
                                - letter.contactCost().doubleValue(),
                        within(1e-6));
        assertThat(effect.finding()).isEqualTo(Effect.Finding.BETTER);
        assertThat(effect.days("letter")).hasSize(30);
        assertThat(new EffectWords(effect, ZoneId.of("UTC"), "EUR").sentence())
                .startsWith("This campaign brought back ")
                .contains(" customers who would not have come by themselves (", "net gain");
    }

    private void comeBackIfWrittenTo() {
        tell("written-to");
    }

    @Test
    void the_verdict_counts_whom_the_launch_draws() {
        String some = PLAN.replace(
                "\"costPerContact\"",
                "\"exclusions\":{\"consent\":\"life ended with reason \\\"price\\\"\"},\"costPerContact\"");
        campaigns.suppressions().add(new Owner(Owner.Kind.USER, "c1"), Reply.UNSUBSCRIBED);
        Verdict verdict = campaigns.verdict(PlanDocument.read(some), at(LAUNCH));
        assertThat(verdict.fit()).isEqualTo(499);
        assertThat(verdict.audience()).isEqualTo(1_000);
        assertThat(launched(some))
                .filteredOn(each -> each.decision().arm().isPresent())
                .hasSize(499);
    }

    @Test
    void a_split_that_something_chose_is_not_read() {
        launched(PLAN);
        workspace.change("losing decisions", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("DELETE FROM campaign_decisions WHERE arm = 'holdout' AND customer LIKE '%1%'");
            }
            return workspace;
        });
        Effect effect = campaigns.effect("spring", at(END));
        assertThat(effect.finding()).isEqualTo(Effect.Finding.BROKEN);
        assertThat(effect.comparisons()).isEmpty();
        assertThat(new EffectWords(effect, ZoneId.of("UTC"), "EUR").sentence()).startsWith("Broken: ");
    }

    @Test
    void a_campaign_goes_its_way_and_no_other() {
        launched(PLAN);
        assertThatThrownBy(() -> campaigns.launch("spring", at(LAUNCH))).hasMessageContaining("\"spring\" is running");
        campaigns.pause("spring");
        assertThatThrownBy(() -> campaigns.launch("spring", at(LAUNCH))).hasMessageContaining("resume it");
        campaigns.resume("spring");
        campaigns.stop("spring");
        Balance balance = campaigns.balance("spring");
        assertThat(balance.pending()).isZero();
        assertThat(balance.skipped()).isEqualTo(1_000 - balance.holdout());
        assertThat(balance.holds()).isTrue();
        assertThatThrownBy(() -> campaigns.resume("spring")).hasMessageContaining("is stopped");
    }

    @Test
    void what_was_cut_off_is_tried_again_or_uncertain() {
        launched(PLAN);
        List<Message> leased = campaigns.outbox().lease("spring", 20);
        campaigns
                .outbox()
                .take(
                        leased.stream()
                                .limit(7)
                                .map(each -> Outbox.Step.to(SendState.SENDING, each))
                                .toList(),
                        List.of());
        assertThat(campaigns.outbox().recover()).isEqualTo(7);
        assertThat(campaigns.outbox().recover()).isZero();
        assertThat(campaigns.messages("spring")).noneMatch(each -> each.state() == SendState.LEASED);
        Balance balance = campaigns.balance("spring");
        assertThat(balance.uncertain()).isEqualTo(7);
        assertThat(balance.holds()).isTrue();
        assertThatThrownBy(() -> campaigns
                        .outbox()
                        .take(List.of(Outbox.Step.to(SendState.SENDING, leased.getFirst())), List.of()))
                .hasMessageContaining("cannot become sending");
    }
}
