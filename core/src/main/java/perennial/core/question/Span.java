package perennial.core.question;

import perennial.core.calendar.Calendar;
import perennial.core.history.History;

/// The range of a question, `[from, until)` in milliseconds: by default all of the history.
public record Span(long from, long until) {

    /// The range of `--from` and `--until`.
    ///
    /// @throws BadOption if a date cannot be read, or the range ends before it begins
    public static Span of(Options options, History history) {
        Calendar calendar = history.calendar();
        long from = options.read("from", Scope::date)
                .map(calendar::startOf)
                .orElse(history.firstTime().orElse(0));
        long end = Math.max(from, history.firstTime().isEmpty() ? from : history.asOf());
        long until = options.read("until", Scope::date).map(calendar::startOf).orElse(end);
        if (until < from) {
            throw new BadOption(
                    "until",
                    "the range ends at " + calendar.local(until).toLocalDate() + ", before it begins at "
                            + calendar.local(from).toLocalDate());
        }
        return new Span(from, until);
    }
}
