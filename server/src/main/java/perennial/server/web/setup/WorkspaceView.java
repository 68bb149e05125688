package perennial.server.web.setup;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.core.workspace.Settings;
import perennial.server.web.Page;

/// What a workspace is called, and how its days, weeks and money are meant.
///
/// @param fault why it was not kept
public record WorkspaceView(
        Page page, String name, String zone, String currency, String weekStart, Optional<String> fault) {
    static WorkspaceView of(Page page, Settings settings) {
        return new WorkspaceView(
                page,
                settings.name(),
                settings.zone().getId(),
                settings.currency().getCurrencyCode(),
                settings.weekStart().name().toLowerCase(Locale.ROOT),
                Optional.empty());
    }

    /// The regions there are.
    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
                .sorted()
                .toList();
    }

    /// The codes there are.
    public List<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
    }

    public List<String> weekDays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
