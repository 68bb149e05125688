package perennial.store.view;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import perennial.core.customer.Owner;
import perennial.core.event.Role;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.event.Filter;

/// Finds the stored events that conditions and selections mean, as sets of their seqs; those that filters leave out
/// too.
///
/// A test reads the one property it is about, asks once for each different value, and gives a set; `and`,
/// `or` and `not` are arithmetic of sets. So a value means here exactly what it means to a question.
public final class EventFinder implements AutoCloseable {
    private final Session session;
    private final Settings settings;
    /// All that arrived after a place in the log; read when it is first needed.
    private final long after;

    private Optional<BitSet> stretch = Optional.empty();
    private Optional<Family> resolved = Optional.empty();
    private Set<Owner> asked = Set.of();
    private Traces found = new Traces(new TreeSet<>(), new BitSet());

    private EventFinder(Session session, Settings settings, long after) {
        this.session = session;
        this.settings = settings;
        this.after = after;
    }

    /// All events of a workspace.
    ///
    /// @throws SQLException if the tables cannot be read
    public static EventFinder of(Workspace workspace) throws SQLException {
        return after(workspace, 0);
    }

    /// The events that arrived after a seq.
    static EventFinder after(Workspace workspace, long seq) throws SQLException {
        return new EventFinder(new Session(workspace.connection()), workspace.settings(), seq);
    }

    /// All of them.
    public BitSet all() throws SQLException {
        return (BitSet) stretch().clone();
    }

    private BitSet stretch() throws SQLException {
        if (stretch.isEmpty()) {
            session.set("after_seq", after);
            var arrived = new BitSet();
            session.stream("arrived-after", chunk -> {
                for (long row = 0; row < chunk.rowCount(); row++) {
                    arrived.set(Math.toIntExact(chunk.vector(0).getLong(row)));
                }
            });
            stretch = Optional.of(arrived);
        }
        return stretch.get();
    }

    /// Those that happened in `[fromMs, untilMs)`; of one source, if one is given.
    public BitSet between(long fromMs, long untilMs, Optional<String> source) throws SQLException {
        session.set("from_ms", fromMs);
        session.set("until_ms", untilMs);
        session.set("source", source.orElse(""));
        return seqs("happened-between");
    }

    /// Those that a selection means, under the names they have now.
    public BitSet of(Selection selection) throws SQLException {
        var found = new BitSet();
        for (Selection.Part part : selection.parts()) {
            BitSet meant = named(part.name());
            if (part.condition().isPresent()) {
                meant.and(of(part.condition().get()));
            }
            found.or(meant);
        }
        return found;
    }

    private BitSet named(Optional<String> name) throws SQLException {
        var found = new BitSet();
        session.stream("current-names", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                String current = chunk.vector(1).getString(row);
                boolean isMeant = name.map(current::equals)
                        .orElseGet(() -> !settings.names(Role.PASSIVE).contains(current));
                if (isMeant) {
                    found.set(Math.toIntExact(chunk.vector(0).getLong(row)));
                }
            }
        });
        found.clear(0, Math.toIntExact(after + 1));
        return found;
    }

    /// Those that fulfil a condition on properties, or under names that begin with `trait:` on the newest traits of
    /// their person.
    public BitSet of(Condition condition) throws SQLException {
        return switch (condition) {
            case Condition.Test test when test.name().startsWith(Filter.TRAIT) -> ofPeople(test);
            case Condition.Test test -> ofProperty(test);
            case Condition.All(var parts) -> {
                BitSet found = all();
                for (Condition part : parts) {
                    found.and(of(part));
                }
                yield found;
            }
            case Condition.Any(var parts) -> {
                var found = new BitSet();
                for (Condition part : parts) {
                    found.or(of(part));
                }
                yield found;
            }
            case Condition.Not(var denied) -> {
                BitSet found = all();
                found.andNot(of(denied));
                yield found;
            }
        };
    }

    private BitSet ofProperty(Condition.Test test) throws SQLException {
        var found = new BitSet();
        BitSet all = stretch();
        var values = new PropertyReading.Taker() {
            @Override
            public int code(String text) {
                return test.accepts(text) ? 1 : 0;
            }

            @Override
            public void put(long seq, int accepted) {
                if (accepted == 1) {
                    found.set(Math.toIntExact(seq));
                }
            }
        };
        new PropertyReading(session, new LinkedHashMap<>(Map.of(test.name(), values)))
                .read(Math.max(0, all.nextSetBit(0)), all.length());
        return found;
    }

    private BitSet ofPeople(Condition.Test test) throws SQLException {
        resolve(Family.PERSON);
        session.set("trait", test.name().substring(Filter.TRAIT.length()));
        Set<String> people = new HashSet<>();
        session.stream("trait", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) { // each person's values by time: the last one stays
                String person = person(
                        chunk.vector(0).getString(row).equals("user") ? 0 : 1,
                        chunk.vector(1).getString(row));
                boolean isPerson = !chunk.vector(0).getString(row).equals("account");
                if (isPerson
                        && !chunk.vector(2).isNull(row)
                        && test.accepts(chunk.vector(2).getString(row))) {
                    people.add(person);
                } else if (isPerson) {
                    people.remove(person);
                }
            }
        });
        return of(people);
    }

    private void resolve(Family family) throws SQLException {
        if (!resolved.equals(Optional.of(family))) {
            session.run("whole-log");
            session.resolveOwners(family);
            resolved = Optional.of(family);
        }
    }

    /// The ids that stand for the same people; of an account, its own id alone.
    public SortedSet<Owner> ids(Collection<Owner> owners) throws SQLException {
        SortedSet<Owner> ids = new TreeSet<>(owners);
        ids.addAll(people(owners).ids());
        return ids;
    }

    /// The events of whoever has one of these ids.
    public BitSet of(Collection<Owner> owners) throws SQLException {
        Set<String> accounts = owners.stream()
                .filter(owner -> owner.kind() == Owner.Kind.ACCOUNT)
                .map(owner -> person(0, owner.id()))
                .collect(Collectors.toSet());
        BitSet found = of(Family.CUSTOMER, accounts);
        found.or(people(owners).events());
        return found;
    }

    /// Found once for those asked for last.
    private Traces people(Collection<Owner> owners) throws SQLException {
        Set<Owner> people = owners.stream()
                .filter(owner -> owner.kind() != Owner.Kind.ACCOUNT)
                .collect(Collectors.toSet());
        if (!people.equals(asked)) {
            session.run("whole-log");
            found = new SamePeople(session).of(people);
            asked = people;
        }
        return found;
    }

    private BitSet of(Family family, Set<String> owners) throws SQLException {
        if (owners.isEmpty()) {
            return new BitSet();
        }
        resolve(family);
        return of(owners);
    }

    private BitSet of(Set<String> people) throws SQLException {
        session.table("wanted", "kind INTEGER, id VARCHAR", rows -> {
            for (String person : people) {
                rows.beginRow()
                        .append(person.charAt(0) - '0')
                        .append(person.substring(1))
                        .endRow();
            }
        });
        return seqs("whose");
    }

    private static String person(int kind, String id) {
        return kind + id;
    }

    private BitSet seqs(String file) throws SQLException {
        var found = new BitSet();
        session.stream(file, chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                found.set(Math.toIntExact(chunk.vector(0).getLong(row)));
            }
        });
        found.clear(0, Math.toIntExact(after + 1));
        return found;
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
