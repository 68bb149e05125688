package perennial.core.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.calendar.Every;
import perennial.core.channel.Channels;
import perennial.core.history.Group;
import perennial.core.history.Grouping;
import perennial.core.history.OwnerSet;
import perennial.core.history.PeriodReader;
import perennial.core.history.Shard;
import perennial.core.question.Asking;
import perennial.core.question.CountQuestion;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.question.Unit;

/// Which channels brought the sessions of each period.
public record Traffic(Scope scope, Idle idle, Channels channels, Grouping by) implements CountQuestion {
    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "traffic",
            "Which channels brought the sessions of each period.",
            Unit.VISITOR,
            List.of(Idle.OPTION, Scope.every(Every.MONTH)),
            (options, history) -> new Traffic(
                    Scope.of(options, history),
                    Idle.of(options),
                    history.settings().channels(),
                    Asking.grouping(options, history)));

    private static final int SESSIONS = 0;
    private static final int CUSTOMERS = 1;
    private static final int KINDS = 2;

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        var sessions = idle.reader(shard);
        var periods = new PeriodReader(scope.periods());
        var groups = shard.groups(by);
        var channel = new ChannelReader(channels, shard);
        var byChannel = new ByChannel(tallies);
        var sums = new OwnerSums(KINDS);
        OwnerSet.forEach(shard.members(), owner -> {
            sessions.read(owner);
            for (int i = 0; i < sessions.count(); i++) {
                int period = periods.of(sessions.second(i));
                if (period >= 0) {
                    long at = sessions.at(sessions.first(i));
                    Tally tally = byChannel.of(groups.of(owner, at), channel.of(at));
                    int place = sums.of(tally, period);
                    sums.sums()[place + SESSIONS]++;
                    sums.sums()[place + CUSTOMERS] = 1;
                }
            }
            sums.tell(owner);
        });
    }

    /// Finds the tally of a group's channel; remembers the last one, as it is mostly the next one too.
    private static final class ByChannel {
        private final Tallies tallies;
        private Tally ofGroup = Tally.NONE;
        private String channel = "";
        private Tally tally = Tally.NONE;

        ByChannel(Tallies tallies) {
            this.tallies = tallies;
        }

        Tally of(Group group, String wanted) {
            Tally wantedGroup = tallies.of(group);
            if (wantedGroup != ofGroup || !wanted.equals(channel)) {
                ofGroup = wantedGroup;
                channel = wanted;
                tally = wantedGroup.under(wanted);
            }
            return tally;
        }
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            int sessions = period * KINDS + SESSIONS;
            int customers = period * KINDS + CUSTOMERS;
            String label = scope.periods().label(period);
            var state = scope.state(period);
            long all = counts.parts().values().stream()
                    .mapToLong(part -> part.of(sessions))
                    .sum();
            counts.parts().values().stream()
                    .filter(part -> part.of(sessions) > 0)
                    .sorted(Comparator.comparingLong((Counts part) -> -part.of(sessions))
                            .thenComparing(Counts::label))
                    .map(part -> Row.of(part, state)
                            .key("period", label)
                            .key("channel", part.label())
                            .count("sessions", sessions)
                            .count("customers", customers)
                            .proportion("share", new Share(part.of(sessions), all))
                            .state(state))
                    .forEach(rows::add);
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        return List.of(
                idle.rule(),
                "Channel: the first of " + channels.rules().size()
                        + " rules that the session's first event fulfils; \"perennial channels list\" shows them.",
                "Share: of all sessions of the period. Who comes by several channels is among the customers of each.");
    }
}
