package perennial.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.core.customer.Owner;

class VersionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static Versions.Version version(int number, int windowDays, String cost) {
        var offer = new Offer("discount", "", new BigDecimal(cost), new Offer.Codes.None());
        return new Versions.Version(
                number,
                new Plan(
                        "spring",
                        new Objective.Return(),
                        "lapsed",
                        false,
                        Exclusions.NONE,
                        0.5,
                        List.of(new Treatment("letter", 1, List.of(new Treatment.Rule(Optional.empty(), offer)))),
                        new BigDecimal(cost).movePointLeft(1),
                        BigDecimal.ONE,
                        windowDays,
                        30,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Plan.CSV),
                NOW);
    }

    private static Decision decidedBy(int version) {
        return new Decision(
                "id",
                "spring",
                version,
                new Owner(Owner.Kind.USER, "ann"),
                1,
                Optional.of("letter"),
                Optional.empty(),
                "everybody",
                Optional.of("discount"),
                Optional.empty(),
                Personal.NOTHING,
                NOW,
                NOW);
    }

    @Test
    void a_decision_keeps_the_offer_and_the_costs_of_its_own_version() {
        var versions = new Versions(List.of(version(1, 30, "5"), version(2, 30, "20")));

        assertThat(versions.offer(decidedBy(1)).orElseThrow().cost()).isEqualByComparingTo("5");
        assertThat(versions.offer(decidedBy(2)).orElseThrow().cost()).isEqualByComparingTo("20");
        assertThat(versions.costPerContact(1)).isEqualByComparingTo("0.5");
        assertThat(versions.costPerContact(2)).isEqualByComparingTo("2");
    }

    @Test
    void going_back_to_what_counted_before_reads_those_decided_on_then_again() {
        Versions.Version first = version(1, 30, "5");
        Versions.Version other = version(2, 60, "5");

        var changed = new Versions(List.of(first, other));
        assertThat(changed.isRead(decidedBy(1))).isFalse();
        assertThat(changed.isRead(decidedBy(2))).isTrue();

        var back = new Versions(List.of(first, other, version(3, 30, "5")));
        assertThat(back.isRead(decidedBy(1))).isTrue();
        assertThat(back.isRead(decidedBy(2))).isFalse();
        assertThat(back.isRead(decidedBy(3))).isTrue();
    }
}
