package perennial.core.question;

import java.util.List;
import java.util.stream.Stream;
import perennial.core.history.EventFilter;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Passing;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// How the events a question rests on are left of all there are: `happened - unknown - passive - others - outside =
/// counted`.
///
/// The events asked for are those of any selection the question names; without one, any activity. What the
/// question makes of them, such as periods, lives or sessions, stands in its rules.
///
/// @param span the range of the question, in milliseconds; cut at the as-of instant
/// @param happened events of the unit's owners in it
/// @param unknown of these, received only after the known-at instant
/// @param passive of the rest, not caused by the owner and not asked for by name
/// @param others of the rest, other events than those asked for
/// @param outside of the rest, of owners who are not in the segment; 0 where it is judged at each entry
/// @param counted what is left
/// @param owners who did these
public record Explained(
        Span span, long happened, long unknown, long passive, long others, long outside, long counted, long owners) {
    /// What is counted of each shard.
    private enum Sum {
        HAPPENED,
        KNOWN,
        ACTIVE,
        ASKED,
        ASKED_PASSIVE,
        OWNERS
    }

    private static final int EVERY = 0;
    private static final int ACTIVITY = 1;
    private static final int ASKED = 2;

    /// @param whole the history whoever is in it
    /// @param segment the same of which only the segment counts
    static Explained of(QuestionKind kind, Options options, History whole, History segment) {
        Span asked = Span.of(options, whole);
        Span span = new Span(asked.from(), Math.clamp(whole.asOf(), asked.from(), asked.until()));
        Selection selection = asked(kind, options);
        long[] all = sums(whole, span, selection);
        long[] within = segment == whole ? all : sums(segment, span, selection);
        long activeOthers = of(all, Sum.ACTIVE) - (of(all, Sum.ASKED) - of(all, Sum.ASKED_PASSIVE));
        return new Explained(
                span,
                of(all, Sum.HAPPENED),
                of(all, Sum.HAPPENED) - of(all, Sum.KNOWN),
                of(all, Sum.KNOWN) - of(all, Sum.ASKED) - activeOthers,
                activeOthers,
                of(all, Sum.ASKED) - of(within, Sum.ASKED),
                of(within, Sum.ASKED),
                of(within, Sum.OWNERS));
    }

    private static Selection asked(QuestionKind kind, Options options) {
        List<Selection.Part> parts = kind.options().stream()
                .filter(option -> option.values().equals("SELECTION"))
                .flatMap(option -> options.readAll(option.name(), Selection::parse).stream())
                .flatMap(selection -> selection.parts().stream())
                .distinct()
                .toList();
        return parts.isEmpty() ? Selection.ACTIVITY : new Selection(parts);
    }

    private static long[] sums(History history, Span span, Selection asked) {
        if (history.names().isEmpty()) {
            return new long[Sum.values().length];
        }
        return history.shards().parallelStream()
                .map(shard -> sums(shard, span, asked))
                .reduce(new long[Sum.values().length], Explained::plus);
    }

    private static long[] sums(Shard shard, Span span, Selection asked) {
        Selection every = Selection.named(shard.history().names());
        var events = new Passing(
                shard,
                Stream.of(every, Selection.ACTIVITY, asked).map(shard::filter).toArray(EventFilter[]::new));
        long[] sums = new long[Sum.values().length];
        OwnerSet.forEach(shard.members(), owner -> {
            long from = shard.firstFrom(owner, span.from());
            long until = Math.max(from, shard.firstFrom(owner, span.until()));
            events.read(from, until);
            long before = of(sums, Sum.ASKED);
            for (int i = 0; i < events.count(); i++) {
                sums[Sum.KNOWN.ordinal()] += events.passes(i, EVERY) ? 1 : 0;
                sums[Sum.ACTIVE.ordinal()] += events.passes(i, ACTIVITY) ? 1 : 0;
                sums[Sum.ASKED.ordinal()] += events.passes(i, ASKED) ? 1 : 0;
                sums[Sum.ASKED_PASSIVE.ordinal()] += events.passes(i, ASKED) && !events.passes(i, ACTIVITY) ? 1 : 0;
            }
            sums[Sum.HAPPENED.ordinal()] += until - from;
            sums[Sum.OWNERS.ordinal()] += of(sums, Sum.ASKED) > before ? 1 : 0;
        });
        return sums;
    }

    private static long of(long[] sums, Sum sum) {
        return sums[sum.ordinal()];
    }

    private static long[] plus(long[] one, long[] other) {
        long[] both = one.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other[i];
        }
        return both;
    }
}
