package perennial.store.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final List<String> SIGNS = List.of("a", "b", "", "0", "é", "漢", "😀", "\u007f");

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(SIGNS.get(random.nextInt(SIGNS.size())));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int before(List<String> sorted, String text) {
        return (int) sorted.stream()
                .filter(each -> Arrays.compareUnsigned(bytes(each), bytes(text)) < 0)
                .count();
    }

    @Test
    void a_text_is_sought_from_any_place_before_it_in_the_order_of_bytes() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var all = new TreeSet<String>((one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other)));
            for (int i = random.nextInt(60); i > 0; i--) {
                all.add(text(random));
            }
            List<String> sorted = new ArrayList<>(all);
            Texts texts = Texts.write(Space.memory(), "ids", sorted);
            for (int i = 0; i < 40; i++) {
                String wanted = text(random);
                int expected = before(sorted, wanted);
                int from = random.nextInt(expected + 1);
                MemorySegment id = MemorySegment.ofArray(bytes(wanted));
                assertThat(texts.seek(id, from, sorted.size()))
                        .as("seed %d: %s from %d", seed, wanted, from)
                        .isEqualTo(expected);
                assertThat(texts.seek(id, from, from))
                        .as("nothing lies in an empty stretch")
                        .isEqualTo(from);
                assertThat(texts.find(wanted, 0, sorted.size()))
                        .as("seed %d: %s", seed, wanted)
                        .isEqualTo(sorted.indexOf(wanted));
            }
        }
    }
}
