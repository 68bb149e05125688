package perennial.server.web.overview;

import java.util.List;
import java.util.Optional;
import perennial.core.calendar.Every;
import perennial.server.web.Page;

/// What the numbers are wanted to be, to be typed.
///
/// @param every how long the periods are that the goals are for
/// @param fault why they were not set
public record GoalsView(Page page, String every, List<Field> fields, Optional<String> fault) {

    /// One number.
    ///
    /// @param bound whether it is to stay below or to reach its goal
    /// @param unit what stands behind the field
    public record Field(String name, String title, String bound, String value, String unit) {
        static Field of(Kpi kpi, Every every, String typed) {
            return new Field(
                    kpi.word(),
                    kpi.title(every),
                    kpi.isLessBetter() ? "at most" : "at least",
                    typed,
                    kpi.isCount() ? "in a " + every : "%");
        }
    }
}
