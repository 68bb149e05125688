package perennial.store.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Reason;
import perennial.core.campaign.Reply;
import perennial.core.campaign.SendState;
import perennial.core.customer.Owner;

/// Customers who are known otherwise after a campaign decided on them: c1 is Ann since, and c2 belongs to Acme.
class SamePersonTest extends Thousand {
    private static final String PLAN = """
            {"name":"spring","audience":"life ended in last 90 days","holdout":0.1,
             "treatments":[{"name":"letter","share":1,"offers":[]}],
             "exclusions":{"cap":{"contacts":1,"days":90},"apart":true}}
            """;
    private static final Owner ANN = new Owner(Owner.Kind.USER, "ann");
    private static final Owner ACME = new Owner(Owner.Kind.ACCOUNT, "acme");
    private static final Set<Owner> BOTH = Set.of(ANN, ACME);

    private void meetAgain() {
        insert("links", """
                (9001, 1, 'told', 'l1', 'alias', 'c1', 'ann', epoch_ms(TIMESTAMP '2026-03-02'), 0),
                (9002, 1, 'told', 'l2', 'account', 'c2', 'acme', epoch_ms(TIMESTAMP '2026-03-02'), 0)
                """);
    }

    private void send() {
        List<Letter> letters = campaigns.leave("spring", now(), 1_000);
        campaigns
                .outbox()
                .take(
                        letters.stream()
                                .map(each -> Outbox.Step.to(SendState.SENT, each.message()))
                                .toList(),
                        letters.stream().map(Letter::message).toList());
    }

    @Test
    void what_was_decided_follows_them() {
        launch(PLAN);
        List<Owner> before = campaigns.messages("spring", now()).stream()
                .map(each -> each.decision().customer())
                .toList();
        meetAgain();
        List<Owner> after = campaigns.messages("spring", now()).stream()
                .map(each -> each.decision().customer())
                .toList();
        assertThat(before).doesNotContain(ANN, ACME).hasSize(1_000);
        assertThat(after).contains(ANN, ACME).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(campaigns
                        .effect("spring", at(LAUNCH.plusSeconds(86_400L * 90)))
                        .outcomes())
                .hasSize(1_000);
        send();
        assertThat(campaigns.messages("spring"))
                .noneMatch(each -> each.skipped().equals(Optional.of(Reason.ERASED)));
    }

    @Test
    void they_are_not_written_to_again_by_another_campaign() {
        launch(PLAN);
        send();
        meetAgain();
        assertThat(preview(PLAN.replace("spring", "summer").replace(",\"apart\":true", "")))
                .extractingByKeys(ANN, ACME)
                .allMatch(each -> each.why().equals(Optional.of(Reason.CONTACT_CAP)));
        assertThat(preview(PLAN.replace("spring", "summer")))
                .extractingByKeys(ANN, ACME)
                .allMatch(each -> each.why().equals(Optional.of(Reason.OTHER_CAMPAIGN)));
    }

    private Map<Owner, Decision> preview(String plan) {
        return campaigns.preview(PlanDocument.read(plan), now(), 1_000).stream()
                .filter(each -> BOTH.contains(each.customer()))
                .collect(Collectors.toMap(Decision::customer, Function.identity()));
    }

    @Test
    void whoever_unsubscribed_stays_so_under_another_id() {
        campaigns.suppressions().add(new Owner(Owner.Kind.USER, "c1"), Reply.UNSUBSCRIBED);
        campaigns.suppressions().add(new Owner(Owner.Kind.USER, "c2"), Reply.BOUNCED);
        meetAgain();
        assertThat(preview(PLAN))
                .extractingByKeys(ANN, ACME)
                .allMatch(each -> each.why().equals(Optional.of(Reason.SUPPRESSED)));
    }

    @Test
    void an_event_of_any_program_unsubscribes_too() {
        launch(PLAN);
        insert("events", """
                (9001, 1, 'crm', 'u1', NULL, 'c3', NULL, epoch_ms(TIMESTAMP '2026-02-20 12:00:00'), 0,
                 'Unsubscribed', NULL, NULL, '{}')
                """);
        assertThat(campaigns.preview(PlanDocument.read(PLAN.replace("spring", "summer")), now(), 1_000))
                .filteredOn(each -> each.customer().id().equals("c3"))
                .singleElement()
                .satisfies(each -> assertThat(each.why()).contains(Reason.SUPPRESSED));
        send();
        assertThat(campaigns.messages("spring"))
                .filteredOn(each -> each.decision().customer().id().equals("c3"))
                .singleElement()
                .satisfies(each -> assertThat(
                                each.decision().isHeldOut() || each.skipped().equals(Optional.of(Reason.SUPPRESSED)))
                        .isTrue());
    }

    /// c3 and c4 are Ann too: the decision on c1, the first, counts.
    @Test
    void whoever_turns_out_to_be_one_is_written_to_once_and_counted_once() {
        launch(PLAN);
        meetAgain();
        insert("links", """
                (9003, 1, 'told', 'l3', 'alias', 'c3', 'ann', epoch_ms(TIMESTAMP '2026-03-02'), 0),
                (9004, 1, 'told', 'l4', 'alias', 'c4', 'ann', epoch_ms(TIMESTAMP '2026-03-02'), 0)
                """);
        send();
        Set<String> of = Set.of("c1", "c3", "c4");
        assertThat(campaigns.messages("spring"))
                .filteredOn(each -> of.contains(each.decision().customer().id())
                        && each.decision().isTreated())
                .allMatch(each -> each.decision().customer().id().equals("c1")
                        ? each.state() == SendState.SENT
                        : each.skipped().equals(Optional.of(Reason.SAME_PERSON)));
        assertThat(campaigns
                        .effect("spring", at(LAUNCH.plusSeconds(86_400L * 90)))
                        .outcomes())
                .hasSize(998);
        assertThat(campaigns.balance("spring").holds()).isTrue();
    }

    /// The second of them, planned or picked, becomes the id that stands for both.
    @ParameterizedTest
    @EnumSource(
            value = SendState.class,
            names = {"SENT", "SENDING", "UNCERTAIN"})
    void whoever_was_written_to_is_not_again_under_an_id_that_stands_for_both(SendState state) {
        launch(PLAN);
        Message first = campaigns.leave("spring", now(), 1).getFirst().message();
        if (state != SendState.SENDING) {
            campaigns.outbox().take(List.of(Outbox.Step.to(state, first)), List.of());
        }
        Message next = campaigns.messages("spring").stream()
                .filter(each -> each.decision().isTreated() && each.state() == SendState.LEASED)
                .findFirst()
                .orElseThrow();
        Message waiting = campaigns.messages("spring").stream()
                .filter(each -> each.decision().isTreated() && each.state() == SendState.PLANNED)
                .findFirst()
                .orElseThrow();
        String other = next.decision().customer().id();
        insert("links", """
                (9001, 1, 'told', 'l1', 'alias', '%s', '%s', epoch_ms(TIMESTAMP '2026-03-02'), 0),
                (9002, 1, 'told', 'l2', 'alias', '%s', '%s', epoch_ms(TIMESTAMP '2026-03-02'), 0)
                """.formatted(
                        first.decision().customer().id(),
                        other,
                        waiting.decision().customer().id(),
                        other));
        send(); // those that were picked already
        send();
        assertThat(campaigns.messages("spring"))
                .filteredOn(
                        each -> Set.of(next.decision().id(), waiting.decision().id())
                                .contains(each.decision().id()))
                .hasSize(2)
                .allMatch(each -> each.skipped().equals(Optional.of(Reason.SAME_PERSON)));
        assertThat(campaigns.messages("spring"))
                .filteredOn(each -> each.skipped().equals(Optional.of(Reason.SAME_PERSON)))
                .hasSize(2);
    }
}
