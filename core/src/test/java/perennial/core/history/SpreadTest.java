package perennial.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    /// Who has which values, by owner.
    private static Spread.Values part(List<List<String>> had) {
        var dictionary = new ArrayList<>(List.of("absent"));
        had.stream().flatMap(List::stream).distinct().forEach(dictionary::add);
        return new Spread.Values(
                had.size(),
                _ -> true,
                dictionary,
                (owner, code) ->
                        had.get(owner).stream().map(dictionary::indexOf).forEach(code::accept));
    }

    private static List<List<String>> each(int people, int values) {
        return IntStream.range(0, people)
                .mapToObj(person -> List.of("value " + person % values))
                .toList();
    }

    private static boolean tellsWho(List<List<String>> had) {
        return Spread.of(List.of(part(had))).tellsWho();
    }

    @Test
    void a_value_for_each_person_tells_who_is_who() {
        assertThat(tellsWho(each(1000, 1000))).isTrue();
        assertThat(tellsWho(each(6, 6))).isTrue();
        assertThat(tellsWho(Stream.concat(each(40, 40).stream(), each(4, 4).stream())
                        .toList()))
                .as("but for few that share theirs")
                .isTrue();
    }

    @Test
    void values_of_several_tell_nobody_from_another() {
        assertThat(tellsWho(each(1000, 400))).isFalse();
        assertThat(tellsWho(each(20, 10))).isFalse();
        assertThat(tellsWho(each(6, 5))).as("countries of a small workspace").isFalse();
        assertThat(tellsWho(List.of())).isFalse();
        assertThat(tellsWho(List.of(List.of("a", "b", "c", "d", "e")))).isFalse();
    }

    @Test
    void pages_that_many_visit_tell_nobody_however_many_there_are() {
        List<List<String>> visits = IntStream.range(0, 100)
                .mapToObj(visitor -> IntStream.range(0, 5)
                        .mapToObj(visit -> "/page/" + (visitor + visit) % 100)
                        .toList())
                .toList();
        assertThat(tellsWho(visits)).isFalse();
    }

    @Test
    void a_value_in_two_parts_is_of_several_and_who_is_not_live_has_none() {
        List<List<String>> six = each(6, 6);
        assertThat(Spread.of(List.of(part(six), part(six)))).isEqualTo(new Spread(12, 6, 0));
        Spread.Values touched = part(six);
        var before = new Spread.Values(6, owner -> owner > 3, touched.dictionary(), touched.codes());
        assertThat(Spread.of(List.of(before, part(six.subList(0, 4))))).isEqualTo(new Spread(6, 6, 6));
    }
}
