package perennial.core.campaign;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import perennial.core.event.StandardNames;

/// What comes back of a message.
public enum Reply {
    DELIVERED(StandardNames.MESSAGE_DELIVERED, false),
    OPENED(StandardNames.MESSAGE_OPENED, false),
    CLICKED(StandardNames.MESSAGE_CLICKED, false),
    UNSUBSCRIBED(StandardNames.UNSUBSCRIBED, true),
    BOUNCED(StandardNames.MESSAGE_BOUNCED, true);

    private final String event;
    private final boolean suppresses;

    Reply(String event, boolean suppresses) {
        this.event = event;
        this.suppresses = suppresses;
    }

    /// The name of the event it becomes.
    public String event() {
        return event;
    }

    /// The one that becomes an event of this name.
    public static Reply ofEvent(String event) {
        return Arrays.stream(values())
                .filter(each -> each.event.equals(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + event + "\" is no event of a reply"));
    }

    /// Whether the customer is not written to any more.
    public boolean suppresses() {
        return suppresses;
    }

    /// Who is not written to any more by what the events say, as a segment: whatever program told of it.
    public static String suppressed() {
        return Arrays.stream(values())
                .filter(Reply::suppresses)
                .map(each -> "did \"" + each.event() + "\"")
                .collect(Collectors.joining(" or "));
    }

    /// The one of this name.
    ///
    /// @throws IllegalArgumentException naming the choices, if there is none
    public static Reply of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no reply; choose among "
                        + Arrays.stream(values()).map(Reply::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
