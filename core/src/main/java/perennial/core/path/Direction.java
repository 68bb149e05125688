package perennial.core.path;

import perennial.core.history.EventFilter;
import perennial.core.selection.Selection;
import perennial.core.session.SessionReader;

/// Which way a path is followed from the event it is told of.
enum Direction {
    /// What came after the first such event of a session.
    FROM(1),
    /// What came before the last such event of a session.
    TO(-1);

    private final int ahead;

    Direction(int ahead) {
        this.ahead = ahead;
    }

    /// The event of session `i` that its path is told of; [#end] if there is none.
    int anchor(SessionReader sessions, int i, EventFilter anchors) {
        int end = end(sessions, i);
        int event = this == FROM ? sessions.first(i) : sessions.first(i + 1) - 1;
        while (event != end && !isAnchor(sessions, event, anchors)) {
            event += ahead;
        }
        return event;
    }

    private static boolean isAnchor(SessionReader sessions, int event, EventFilter anchors) {
        int name = sessions.name(event);
        return anchors.passesAll(name) || anchors.passesSome(name) && anchors.test(sessions.at(event));
    }

    /// The number past the last event that a path in session `i` can come to.
    int end(SessionReader sessions, int i) {
        return this == FROM ? sessions.first(i + 1) : sessions.first(i) - 1;
    }

    /// The next event with another name, or the end: one that repeats at once is the same.
    int next(SessionReader sessions, int event, int end) {
        int name = sessions.name(event);
        int next = event + ahead;
        while (next != end && sessions.name(next) == name) {
            next += ahead;
        }
        return next;
    }

    /// The rule in words.
    String rule(Selection anchor) {
        return switch (this) {
            case FROM ->
                "Of each session that begins in the range, what came after its first \"" + anchor
                        + "\": step 1 is the move from there. Without a next event the session ended.";
            case TO ->
                "Of each session that begins in the range, what came before its last \"" + anchor
                        + "\": step 1 is the move to it, step 2 the one before. Without an event the session began.";
        };
    }
}
