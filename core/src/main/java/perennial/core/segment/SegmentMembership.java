package perennial.core.segment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import perennial.core.calendar.LocalDays;
import perennial.core.history.History;
import perennial.core.history.Membership;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// A segment without names, ready to be judged on any history.
record SegmentMembership(Segment segment, String words) implements Membership {

    @Override
    public List<long[]> of(History history) {
        Map<Score, Scores> scores = new EnumMap<>(Score.class);
        parts(segment)
                .flatMap(part -> part instanceof Segment.Scored scored ? Stream.of(scored.score()) : Stream.empty())
                .distinct()
                .forEach(score -> scores.put(score, Scores.of(score, history)));
        return IntStream.range(0, history.shards().size())
                .parallel()
                .mapToObj(number -> {
                    Shard shard = history.shards().get(number);
                    return Judge.of(
                                    segment,
                                    shard,
                                    score -> Optional.ofNullable(scores.get(score))
                                            .orElseThrow()
                                            .in(number))
                            .of(shard.members());
                })
                .toList();
    }

    @Override
    public Reader in(Shard shard) {
        LocalDays localDays = shard.history().calendar().localDays();
        Judge judge = Judge.of(segment, shard, score -> {
            throw new IllegalStateException("Bug: scores are judged as of one instant");
        });
        return (owner, instant) -> judge.has(
                owner, new Moment(instant, localDays.dayOfMillis(instant - 1), shard.firstFrom(owner, instant)));
    }

    @Override
    public boolean comparesOwners() {
        return parts(segment).anyMatch(Segment.Scored.class::isInstance);
    }

    @Override
    public Stream<String> eventNames() {
        return parts(segment)
                .flatMap(part -> switch (part) {
                    case Segment.Did did -> Stream.of(did.selection());
                    case Segment.FirstDid did -> Stream.of(did.selection());
                    case Segment.DidThen did -> Stream.of(did.first(), did.then());
                    case Segment other -> Stream.<Selection>empty();
                })
                .flatMap(selection -> selection.parts().stream())
                .flatMap(each -> each.name().stream())
                .distinct();
    }

    @Override
    public Stream<String> traitNames() {
        return parts(segment)
                .flatMap(part -> part instanceof Segment.Trait trait
                        ? Stream.of(trait.test().name())
                        : Stream.empty())
                .distinct();
    }

    /// The segment and all it is made of.
    static Stream<Segment> parts(Segment segment) {
        Stream<Segment> inner = switch (segment) {
            case Segment.All(var of) -> of.stream();
            case Segment.Any(var of) -> of.stream();
            case Segment.Not(var of) -> Stream.of(of);
            case Segment other -> Stream.empty();
        };
        return Stream.concat(Stream.of(segment), inner.flatMap(SegmentMembership::parts));
    }
}
