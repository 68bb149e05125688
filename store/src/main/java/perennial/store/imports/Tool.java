package perennial.store.imports;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A tool whose exports are read without a mapping.
public enum Tool {
    SEGMENT("Segment", "messageId", List.of(), Vocabulary.NONE),
    POSTHOG("PostHog", "uuid", List.of("event", "distinct_id", "timestamp"), PosthogShape.WORDS),
    MIXPANEL("Mixpanel", "properties.$insert_id", List.of("event", "properties.time"), MixpanelShape.WORDS),
    AMPLITUDE("Amplitude", "$insert_id", List.of("event_type", "event_time"), AmplitudeShape.WORDS),
    GA4("Google Analytics 4", "", List.of("event_name", "event_timestamp"), Ga4Shape.WORDS);

    private static final List<String> SEGMENT_FIELDS = List.of("type", "userId", "anonymousId");

    private final String title;
    private final String messageIdField;
    private final List<String> needed;
    private final Vocabulary words;

    Tool(String title, String messageIdField, List<String> needed, Vocabulary words) {
        this.title = title;
        this.messageIdField = messageIdField;
        this.needed = needed;
        this.words = words;
    }

    /// The tool with this name, such as `posthog`.
    ///
    /// @throws BadPlan naming the choices, if there is none
    public static Tool of(String name) {
        return Arrays.stream(values())
                .filter(tool -> tool.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new BadPlan("--from: \"" + name + "\" is no tool whose exports are known; choose one of "
                                + Arrays.stream(values()).map(Tool::toString).collect(Collectors.joining(", "))
                                + ", or name the columns with --user, --time and --event"));
    }

    /// The tool that writes rows such as this one; none if it is in the Segment shape or of no known tool.
    static Optional<Tool> writing(Fields row) {
        return SEGMENT_FIELDS.stream().anyMatch(row::has)
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(tool -> !tool.needed.isEmpty() && tool.writes(row))
                        .findFirst();
    }

    /// Whether a row has the fields that every row of this tool has.
    boolean writes(Fields row) {
        return needed.stream().allMatch(row::has);
    }

    /// @param zone of times that may come without one
    Shape shape(Export export, ZoneId zone) {
        return switch (this) {
            case SEGMENT -> new SegmentShape(zone);
            case POSTHOG -> new PosthogShape(new Accounts(export));
            case MIXPANEL -> new MixpanelShape(new Accounts(export));
            case AMPLITUDE -> new AmplitudeShape(new Accounts(export));
            case GA4 -> new Ga4Shape(new Accounts(export));
        };
    }

    /// The tool's names of events that are known here under another, each with that name, in the order of the guide.
    public Map<String, String> events() {
        return words.events();
    }

    /// As its maker writes it.
    public String title() {
        return title;
    }

    String messageIdField() {
        return messageIdField;
    }

    List<String> needed() {
        return needed;
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
