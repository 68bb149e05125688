package perennial.server.web.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Asked;
import perennial.core.workspace.Settings;
import perennial.server.web.Figures;
import perennial.server.web.customer.CustomerAddress;
import perennial.server.web.overview.OverviewView.Back;
import perennial.server.web.overview.OverviewView.Returned;
import perennial.server.web.overview.OverviewView.Silent;
import perennial.server.web.overview.OverviewView.Slipping;
import perennial.server.web.report.Inquiry;
import perennial.server.web.report.PeopleView;
import perennial.store.answer.Answers;

/// Who slips away and who is back.
///
/// @param common the settings that all questions of the page share
/// @param isNamed whether who looks may see people, not numbers alone
record Lately(Answers answers, Map<String, List<String>> common, Settings settings, boolean isNamed) {
    private static final int SHOWN = 6;
    private static final int DAYS = 7;

    /// More than anybody calls one by one.
    private static final int MOST_COUNTED = 10_000;

    Slipping slipping() {
        var inquiry = Inquiry.of(Catalogue.named("at-risk"), common);
        Asked asked = answers.ask(
                inquiry.kind(),
                inquiry.with("limit", String.valueOf(MOST_COUNTED)).options());
        int count = asked.rows().size();
        return new Slipping(
                (count == MOST_COUNTED ? "more than " : "") + people(count, inquiry),
                Optional.of(inquiry.address()).filter(_ -> isNamed),
                asked.rows().stream()
                        .limit(isNamed ? SHOWN : 0)
                        .map(this::silent)
                        .toList());
    }

    private static String people(long count, Inquiry inquiry) {
        return Figures.whole(count) + " " + inquiry.kind().unit(inquiry.options()) + (count == 1 ? "" : "s");
    }

    private Silent silent(Row row) {
        String id = Rows.key(row, "customer");
        return new Silent(
                id,
                CustomerAddress.search(id),
                Figures.days(Double.parseDouble(Rows.key(row, "silent_days"))),
                usual(Rows.real(row, "usual_gap").orElseThrow()),
                row.cells().get("value_last_year") instanceof Cell.Amount(var amount)
                        ? Figures.money(amount, settings.currency())
                        : "");
    }

    private static String usual(double gap) {
        return gap == 1 ? "every day" : "every " + Figures.days(gap);
    }

    Returned returned() {
        Map<String, List<String>> parameters = new LinkedHashMap<>(common);
        parameters.put("every", List.of("day"));
        Inquiry each = Inquiry.of(Catalogue.named("reactivation"), parameters);
        Inquiry inquiry = each.last(DAYS, answers.history(each.kind().unit(each.options())));
        List<Row> days = answers.ask(inquiry.kind(), inquiry.options()).rows();
        long count = days.stream()
                .mapToLong(row -> Rows.count(row, "reactivated"))
                .sum(); // nobody twice: 30 silent days lie between
        return new Returned(
                people(count, inquiry) + " in " + DAYS + " days",
                inquiry.address(),
                isNamed ? newest(inquiry, days) : List.of());
    }

    private List<Back> newest(Inquiry inquiry, List<Row> days) {
        List<Back> newest = new ArrayList<>();
        for (Row day : days.reversed()) {
            if (Rows.count(day, "reactivated") > 0 && newest.size() < SHOWN) {
                String date = Rows.key(day, "period");
                answers.who(inquiry.kind(), inquiry.options(), "period=" + date + ",reactivated").owners().stream()
                        .limit(SHOWN - newest.size())
                        .map(owner ->
                                new Back(PeopleView.Person.of(owner), Figures.date(java.time.LocalDate.parse(date))))
                        .forEach(newest::add);
            }
        }
        return newest;
    }
}
