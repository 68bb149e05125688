package perennial.store.answer;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// What was worked out of one state of the histories, so that who asks the same again need not wait for it: what fits
/// in a number of rows together, its questions included. What nobody asked for longest goes first.
///
/// - A question of more than 2,000 characters is not remembered: it is worked out each time.
/// - Who keeps it begins a new one whenever what is stored may give other answers.
/// - A question says all that its answer depends on beside that state.
public final class Memory {
    /// Of about a kilobyte each.
    private static final int ROOM = 30_000;

    private static final int CHARACTERS_A_ROW = 100;
    private static final int LONGEST_QUESTION = 2_000;

    private final int room;
    private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int rows;

    private record Kept(Object answer, int rows) {}

    public Memory() {
        this(ROOM);
    }

    /// One that keeps nothing: for histories that may grow at any time.
    public static Memory none() {
        return new Memory(0);
    }

    Memory(int room) {
        this.room = room;
    }

    /// What was worked out of a question before, else what is worked out now; what fails is not kept.
    ///
    /// @param question equal to those that have the same answer; its text shows all of it
    /// @param rows how much room an answer takes
    public <T> T of(Object question, Class<T> type, ToIntFunction<T> rows, Supplier<T> working) {
        int length = question.toString().length();
        if (length > LONGEST_QUESTION) {
            return working.get();
        }
        return found(question).filter(type::isInstance).map(type::cast).orElseGet(() -> {
            T answer = working.get(); // nobody else waits meanwhile
            keep(question, new Kept(answer, 1 + length / CHARACTERS_A_ROW + rows.applyAsInt(answer)));
            return answer;
        });
    }

    private synchronized Optional<Object> found(Object question) {
        return Optional.ofNullable(kept.get(question)).map(Kept::answer);
    }

    private synchronized void keep(Object question, Kept answer) {
        if (answer.rows() > room || kept.containsKey(question)) {
            return;
        }
        kept.put(question, answer);
        rows += answer.rows();
        for (Iterator<Kept> oldest = kept.values().iterator(); rows > room; ) {
            rows -= oldest.next().rows();
            oldest.remove();
        }
    }
}
