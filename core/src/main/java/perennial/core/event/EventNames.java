package perennial.core.event;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What events are called, what they are said to mean, and which names are kept out of lists. The events themselves
/// keep the names they came with,
/// so every change can be taken back.
///
/// @param renamed what each old name is called now; that may itself be renamed, and several may be called the same
/// @param hidden names that lists leave out; their events count as before
/// @param described what somebody wrote about the events of a name
public record EventNames(
        SortedMap<String, String> renamed, SortedSet<String> hidden, SortedMap<String, String> described) {
    /// Events are called what they came with.
    public static final EventNames AS_SENT = new EventNames(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());

    public EventNames {
        renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
        hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
        described = Collections.unmodifiableSortedMap(new TreeMap<>(described));
    }

    /// What events that came with this name are called now.
    public String current(String name) {
        String now = name;
        for (String next = renamed.get(now); next != null; next = renamed.get(now)) {
            now = next;
        }
        return now;
    }

    /// The name that events of each renamed one are called now.
    public SortedMap<String, String> resolved() {
        var resolved = new TreeMap<String, String>();
        renamed.keySet().forEach(name -> resolved.put(name, current(name)));
        return resolved;
    }

    /// The same with another name for `from`; one that is not described takes over the words.
    ///
    /// @throws BadName if `from` is renamed already, or the names would go round in a circle
    public EventNames rename(String from, String to) {
        String name = to.strip();
        if (name.isEmpty()) {
            throw new BadName("The new name of \"" + from + "\" is empty; give it at least one letter");
        }
        if (renamed.containsKey(from)) {
            throw new BadName("\"" + from + "\" is called \"" + current(from)
                    + "\" already; rename that one, or restore \"" + from + "\" first");
        }
        if (current(name).equals(from)) {
            throw new BadName("\"" + name + "\" is called \"" + from + "\" now, so \"" + from
                    + "\" cannot be called that; " + (name.equals(from) ? "give another name" : "restore it first"));
        }
        var changed = new TreeMap<>(renamed);
        changed.put(from, name);
        var words = new TreeMap<>(described);
        Optional.ofNullable(described.get(from)).ifPresent(said -> words.putIfAbsent(current(name), said));
        return new EventNames(changed, hidden, words);
    }

    /// The same with the name that `from` came with.
    ///
    /// @throws BadName if it is not renamed
    public EventNames restore(String from) {
        var changed = new TreeMap<>(renamed);
        if (changed.remove(from) == null) {
            throw new BadName("\"" + from + "\" is not renamed; renamed are: "
                    + (renamed.isEmpty() ? "none" : String.join(", ", renamed.keySet())));
        }
        return new EventNames(changed, hidden, described);
    }

    /// The same with a name left out of lists, or shown in them.
    public EventNames hide(String name, boolean isHidden) {
        var changed = new TreeSet<>(hidden);
        if (isHidden) {
            changed.add(name);
        } else {
            changed.remove(name);
        }
        return new EventNames(renamed, changed, described);
    }

    /// The same with other words about the events of a name; without any if they are blank.
    public EventNames describe(String name, String words) {
        var changed = new TreeMap<>(described);
        changed.put(name, words.strip());
        changed.values().removeIf(String::isEmpty);
        return new EventNames(renamed, hidden, changed);
    }
}
