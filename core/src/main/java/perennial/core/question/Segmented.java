package perennial.core.question;

import java.util.Optional;
import perennial.core.history.History;
import perennial.core.history.Membership;

/// A history of which only a segment counts.
///
/// @param at when membership is judged: `entry`, `now`, or the instant given
record Segmented(Membership membership, String at, History history) {
    private static final String SEGMENT = QuestionKind.SEGMENT.name();
    private static final String AT = QuestionKind.SEGMENT_AT.name();
    private static final String ENTRY = "entry";
    private static final String NOW = "now";

    /// The history as `--segment` and `--segment-at` say.
    ///
    /// @throws BadOption if the segment cannot be read, or cannot be judged then
    static Optional<Segmented> of(QuestionKind kind, Options options, History history) {
        Optional<Membership> membership = options.read(SEGMENT, history.segments()::read);
        if (membership.isEmpty() && options.isGiven(AT)) {
            throw new BadOption(AT, "it says when --segment is judged; give a segment, or leave it out");
        }
        String at = options.text(AT).orElse(kind.isJudgedAtEntry(options) ? ENTRY : NOW);
        return membership.map(segment -> new Segmented(segment, at, restricted(history, segment, at)));
    }

    private static History restricted(History history, Membership segment, String at) {
        if (at.equals(ENTRY)) {
            if (segment.comparesOwners()) {
                throw new BadOption(
                        AT,
                        "the segment " + segment.words() + " compares customers with each other, which can be done as"
                                + " of one instant only, not at each entry; give --" + AT + " now or a date");
            }
            return history.entering(segment);
        }
        long instant = at.equals(NOW) ? history.asOf() : Scope.instant(AT, at, history.calendar());
        if (instant > history.asOf()) {
            throw new BadOption(
                    AT, "\"" + at + "\" is after the as-of instant; what is not known yet cannot be judged");
        }
        return history.within(segment.of(history.asOf(instant)));
    }

    /// The rule in words.
    String rule() {
        return "Only who is in the segment " + membership.words() + " counts, judged "
                + switch (at) {
                    case ENTRY -> "at each entry event by what happened before it.";
                    case NOW -> "as of the as-of instant.";
                    default -> "as of " + at + ".";
                };
    }
}
