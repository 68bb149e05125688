package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import perennial.core.customer.Owner;
import perennial.core.question.Unit;
import perennial.core.selection.SelectionParser;
import perennial.store.erasure.Erasure;
import perennial.store.event.Filters;
import perennial.store.view.Traces;

/// What views tell of somebody beside what they hold. The lines of a history arrive in their order, from 1.
class TracesTest {
    private static final Owner ACME = new Owner(Owner.Kind.ACCOUNT, "acme");

    private static Owner user(String id) {
        return new Owner(Owner.Kind.USER, id);
    }

    private static String told(Optional<Traces> traces) {
        return traces.map(found -> found.events() + " "
                        + found.ids().stream().map(Owner::id).collect(Collectors.joining(" ")))
                .orElse("only the log tells");
    }

    @Test
    void events_that_arrived_since_are_of_the_ids_that_were_known() throws Exception {
        var told = Told.in("UTC", DayOfWeek.MONDAY, """
                ~x     | 2026-03-01 | Opened
                ~x=ada | 2026-03-02 | Opened
                bo     | 2026-03-02 | Opened
                ada    | 2026-03-04 | Opened
                ~x     | 2026-03-05 | Opened
                ~x=bo  | 2026-03-06 | Opened
                cy     | 2026-03-07 | Opened
                """);
        try (var on = new EngineOn(told, 3)) {
            var views = on.both().views();
            assertThat(told(views.traces(user("ada")))).isEqualTo("{1, 2, 4, 5} ada x");
            assertThat(told(views.traces(new Owner(Owner.Kind.VISITOR, "x")))).isEqualTo("{1, 2, 4, 5} ada x");
            assertThat(told(views.traces(user("bo")))).isEqualTo("{3, 6} bo");
            assertThat(told(views.traces(user("cy")))).isEqualTo("only the log tells");
            on.both().history(Unit.VISITOR);
            assertThat(told(views.traces(user("cy")))).isEqualTo("{7} cy");
        }
    }

    @Test
    void where_filters_leave_events_out_only_the_log_tells_who_is_who() throws Exception {
        var told = Told.in("UTC", DayOfWeek.MONDAY, """
                ~x=ada    | 2026-03-01 | Opened
                ada       | 2026-03-02 | Opened | {"test":true}
                ~x        | 2026-03-03 | Opened | {"test":true}
                bo@acme   | 2026-03-04 | Opened
                bo        | 2026-03-05 | Opened | {"test":true}
                cy        | 2026-03-06 | Opened | {"test":true}
                ~x=bo     | 2026-03-07 | Opened | {"test":true}
                """);
        try (var on = new EngineOn(told, 7)) {
            var views = on.both().views();
            assertThat(told(views.traces(ACME))).isEqualTo("{4, 5, 7} acme");
            new Filters(on.workspace()).add("tests", SelectionParser.condition("test = true"));
            assertThat(told(views.traces(user("ada")))).isEqualTo("only the log tells");
            on.both().history(Unit.VISITOR);
            on.both().history(Unit.CUSTOMER);
            for (Owner owner : List.of(user("ada"), user("bo"), user("cy"), ACME)) {
                assertThat(told(views.traces(owner))).isEqualTo("only the log tells");
            }
        }
    }

    @Test
    void where_rows_were_taken_from_the_log_only_the_log_tells_until_the_views_are_made_anew() throws Exception {
        var told = Told.in("UTC", DayOfWeek.MONDAY, """
                ~x     | 2026-03-01 | Opened
                ~x=ada | 2026-03-02 | Opened
                bo     | 2026-03-02 | Opened
                """);
        try (var on = new EngineOn(told, 3)) {
            var views = on.both().views();
            new Erasure(on.workspace(), user("bo")).hide();
            assertThat(told(views.traces(user("ada")))).isEqualTo("only the log tells");
            on.both().history(Unit.VISITOR);
            assertThat(told(views.traces(user("ada")))).isEqualTo("{1, 2} ada x");
            assertThat(told(views.traces(user("bo")))).isEqualTo("only the log tells");
        }
    }
}
