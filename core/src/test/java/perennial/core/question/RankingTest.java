package perennial.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.customer.Owner;
import perennial.core.history.Group;

class RankingTest {

    @Test
    void keeps_the_highest_and_equal_ones_by_id_whatever_the_order() {
        Ranking one = ranking(false, "cy", 2, "ada", 5);
        Ranking other = ranking(false, "dee", 1, "bo", 2);
        one.add(other);
        assertThat(one.rows()).containsExactly(row("ada"), row("bo"));
        assertThat(one.named()).isEqualTo(4);
    }

    @Test
    void tells_the_group_if_the_answer_is_split() {
        assertThat(ranking(true, "ada", 5, "bo", 1).rows())
                .containsExactly(Asking.grouped(row("ada"), group(5)), Asking.grouped(row("bo"), group(1)));
    }

    private static Ranking ranking(boolean isSplit, String one, int oneRank, String other, int otherRank) {
        var ranking = new Ranking(2, isSplit);
        ranking.add(group(oneRank), owner(one), () -> row(one), oneRank);
        ranking.add(group(otherRank), owner(other), () -> row(other), otherRank);
        return ranking;
    }

    @Test
    void a_second_rank_decides_between_equal_ones() {
        var ranking = new Ranking(3, false);
        ranking.add(Group.NONE, owner("ada"), () -> row("ada"), 1, 2);
        ranking.add(Group.NONE, owner("bo"), () -> row("bo"), 1, 3);
        ranking.add(Group.NONE, owner("cy"), () -> row("cy"), 2, 0);
        assertThat(ranking.rows()).containsExactly(row("cy"), row("bo"), row("ada"));
    }

    private static Owner owner(String id) {
        return new Owner(Owner.Kind.USER, id);
    }

    private static Group group(int number) {
        return new Group(Optional.of(String.valueOf(number)));
    }

    private static Row row(String id) {
        return Row.of(new Counts()).key("customer", id).state(State.COMPLETE);
    }
}
