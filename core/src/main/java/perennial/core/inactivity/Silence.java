package perennial.core.inactivity;

import perennial.core.history.Shard;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.selection.Selection;

/// Who is silent at the start of a day: inactive is who was active before, but on none of the last `days` days.
public record Silence(int days) {
    /// The option that sets it.
    public static final Option OPTION =
            new Option("inactive-after", "DAYS", "30d", "Days without activity after which somebody is inactive.");

    /// The setting.
    public static Silence of(Options options) {
        return new Silence(options.days(OPTION.name()).orElseThrow());
    }

    /// Who is not inactive at the start of a day: active on one of the `days` days before it.
    public long[] awake(Shard shard, int day) {
        return shard.active(Selection.ACTIVITY, day - days, day);
    }

    /// The rule in words.
    public String rule() {
        return "Inactive at the start of a day: active before, but on none of the " + days + " days before it.";
    }
}
