package perennial.store.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import perennial.store.access.Visible;

/// Reports that somebody put beside each other.
///
/// @param id of its address, which holds when it is renamed
/// @param widgets in the order in which they stand
public record Dashboard(String id, String name, Instant created, List<Widget> widgets) {
    private static final int LONGEST = 100;
    private static final int MOST_WIDGETS = 24;

    public Dashboard {
        name = name.strip();
        if (!Visible.is(name, LONGEST)) {
            throw new IllegalArgumentException(
                    "A dashboard needs a name of 1 to " + LONGEST + " visible characters, such as Monday numbers");
        }
        if (widgets.size() > MOST_WIDGETS) {
            throw new IllegalArgumentException("A dashboard has at most " + MOST_WIDGETS + " reports; remove one of "
                    + name + ", or start another");
        }
        widgets = List.copyOf(widgets);
    }

    public Optional<Widget> widget(String widget) {
        return widgets.stream().filter(each -> each.id().equals(widget)).findFirst();
    }

    Dashboard named(String other) {
        return new Dashboard(id, other, created, widgets);
    }

    Dashboard with(Widget more) {
        return changed(all -> {
            all.add(more);
            return all;
        });
    }

    Dashboard without(String widget) {
        return changed(all -> {
            all.removeIf(each -> each.id().equals(widget));
            return all;
        });
    }

    Dashboard resized(String widget, Widget.Width width) {
        return changed(all -> {
            all.replaceAll(each -> each.id().equals(widget) ? each.as(width) : each);
            return all;
        });
    }

    /// The same with a widget so many places further on, as far as there are places.
    Dashboard moved(String widget, int places) {
        return changed(all -> {
            int from = all.indexOf(widget(widget).orElseThrow());
            int to = Math.clamp((long) from + places, 0, all.size() - 1);
            Collections.rotate(all.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
            return all;
        });
    }

    private Dashboard changed(UnaryOperator<List<Widget>> change) {
        return new Dashboard(id, name, created, change.apply(new ArrayList<>(widgets)));
    }
}
