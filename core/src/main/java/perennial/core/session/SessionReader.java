package perennial.core.session;

import java.util.stream.IntStream;
import perennial.core.event.Role;
import perennial.core.history.EventFilter;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.history.Timelines;
import perennial.core.selection.Selection;

/// The sessions of one owner in order of time, made of the events it caused itself. Reads one owner after the
/// other into the same arrays; for one thread.
///
/// Events are numbered from 0; those of session `i` are `[first(i), first(i + 1))`.
public final class SessionReader {
    private static final long LONGEST_SECONDS = Idle.LONGEST_SESSION.toSeconds();
    /// A view is worth one, an event a business lives on is worth two: with two a session is engaged, however short.
    private static final int ENGAGED_WORTH = 2;

    private final Shard shard;
    private final Timelines timelines;
    private final EventFilter own;
    private final byte[] ownNames;
    private final boolean isAllOwn;
    private final byte[] worth;
    private final long idleSeconds;

    private int[] seconds = new int[256];
    private short[] names = new short[256];
    private int[] places = IntStream.range(0, 256).toArray();
    private int[] first = new int[257];
    private int[] worthBefore = new int[257];
    private int count;
    private long from;

    SessionReader(Shard shard, Idle idle) {
        this.shard = shard;
        timelines = shard.timelines();
        own = shard.filter(Selection.ACTIVITY);
        ownNames = own.plainNames();
        isAllOwn = isAll(ownNames);
        worth = worth(shard.history());
        idleSeconds = idle.silence().toSeconds();
    }

    private static boolean isAll(byte[] names) {
        for (byte isIn : names) {
            if (isIn == 0) {
                return false;
            }
        }
        return names.length > 0;
    }

    private static byte[] worth(History history) {
        var settings = history.settings();
        byte[] worth = new byte[history.names().size()];
        for (int code = 0; code < worth.length; code++) {
            String name = history.names().get(code);
            boolean isKey = settings.names(Role.PURCHASE).contains(name)
                    || settings.names(Role.SIGN_UP).contains(name)
                    || settings.names(Role.LIFE_START).contains(name);
            worth[code] =
                    (byte) (isKey ? ENGAGED_WORTH : settings.names(Role.VIEW).contains(name) ? 1 : 0);
        }
        return worth;
    }

    /// Reads the sessions of an owner.
    public void read(int owner) {
        from = shard.from(owner);
        int events = Math.toIntExact(shard.until(owner) - from);
        if (events >= seconds.length) {
            seconds = new int[2 * events];
            names = new short[2 * events];
            places = IntStream.range(0, 2 * events).toArray();
            first = new int[2 * events + 1];
            worthBefore = new int[2 * events + 1];
        }
        timelines.copySeconds(from, events, seconds);
        timelines.copyNames(from, events, names);
        part(isAllOwn ? events : ownNames.length > 0 ? keepNamed(events) : keepTested(events));
    }

    /// Keeps the events of the owner's own doing, without guessing: each is written, and only such a one
    /// moves the place on.
    ///
    /// @return how many are kept
    private int keepNamed(int events) {
        int kept = 0;
        for (int i = 0; i < events; i++) {
            short name = names[i];
            seconds[kept] = seconds[i];
            names[kept] = name;
            places[kept] = i;
            kept += ownNames[Short.toUnsignedInt(name)];
        }
        return kept;
    }

    private int keepTested(int events) {
        int kept = 0;
        for (int i = 0; i < events; i++) {
            if (own.test(from + i)) {
                seconds[kept] = seconds[i];
                names[kept] = names[i];
                places[kept++] = i;
            }
        }
        return kept;
    }

    /// Finds where sessions begin, again without guessing. Seconds decide, unless a silence lasts as many
    /// whole seconds as the limit: then milliseconds do.
    private void part(int events) {
        count = 0;
        int sum = 0;
        long last = Long.MIN_VALUE / 4;
        long start = last;
        for (int i = 0; i < events; i++) {
            long second = Integer.toUnsignedLong(seconds[i]);
            long silence = second - last;
            long age = second - start;
            long isNew = (idleSeconds - silence | LONGEST_SECONDS - age) >>> 63;
            if (silence == idleSeconds || age == LONGEST_SECONDS) {
                isNew |= isNewByMillis(i, silence, age) ? 1 : 0;
            }
            first[count] = i;
            worthBefore[count] = sum;
            count += (int) isNew;
            sum += worth[Short.toUnsignedInt(names[i])];
            start = isNew != 0 ? second : start;
            last = second;
        }
        first[count] = events;
        worthBefore[count] = sum;
    }

    private boolean isNewByMillis(int event, long silence, long age) {
        long now = timelines.time(at(event));
        return silence == idleSeconds && now - timelines.time(at(event - 1)) > idleSeconds * 1000
                || age == LONGEST_SECONDS && now - timelines.time(at(first[count - 1])) >= LONGEST_SECONDS * 1000;
    }

    public int count() {
        return count;
    }

    /// The number of the first event of session `i`; of session [#count()] the number of all events.
    public int first(int i) {
        return first[i];
    }

    /// How many events session `i` has.
    public int events(int i) {
        return first[i + 1] - first[i];
    }

    /// Position of an event in the timelines.
    public long at(int event) {
        return from + places[event];
    }

    /// The code of an event's name.
    public int name(int event) {
        return Short.toUnsignedInt(names[event]);
    }

    /// When session `i` began, in whole seconds since 1970.
    public long second(int i) {
        return Integer.toUnsignedLong(seconds[first[i]]);
    }

    /// The first session after session `i` that begins at a second or later.
    int next(int i, long second) {
        int next = i + 1;
        while (next < count && second(next) < second) {
            next++;
        }
        return next;
    }

    /// From the first to the last event of session `i`, in milliseconds.
    public long millis(int i) {
        return timelines.time(at(first[i + 1] - 1)) - timelines.time(at(first[i]));
    }

    /// Whether session `i` has two views or an event a business lives on, so that it is engaged however short.
    boolean isWorthIt(int i) {
        return worthBefore[i + 1] - worthBefore[i] >= ENGAGED_WORTH;
    }
}
