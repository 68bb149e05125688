package perennial.server.web.dashboard;

import java.util.List;
import perennial.core.catalogue.Catalogue;
import perennial.core.history.History;
import perennial.server.api.NotThere;
import perennial.server.api.Parameters;
import perennial.server.web.report.Inquiry;
import perennial.store.dashboard.Widget;

/// A report as a widget keeps it: its question, and its settings as its address has them.
record Pinned(Inquiry inquiry) {
    private static final String REPORTS = "/reports/";
    private static final List<String> RANGE = List.of("from", "until");
    private static final List<String> WITH_NAMES = List.of("by", "segment");

    /// Of the address of a report.
    ///
    /// @throws NotThere if it is none
    static Pinned at(String address) {
        if (!address.startsWith(REPORTS)) {
            throw new NotThere("What is pinned is a report; open one under Understand and choose Pin there");
        }
        String[] parts = address.substring(REPORTS.length()).split("\\?", 2);
        return of(parts[0], parts.length == 2 ? parts[1] : "");
    }

    static Pinned of(Widget widget) {
        return of(widget.question(), widget.query());
    }

    private static Pinned of(String question, String query) {
        return new Pinned(
                Inquiry.of(Catalogue.named(question), Parameters.of(query).given())
                        .withoutCell());
    }

    String question() {
        return inquiry.kind().name();
    }

    String query() {
        String address = inquiry.address();
        return address.substring(
                Math.min(address.length(), REPORTS.length() + question().length() + 1));
    }

    boolean hasRange() {
        return RANGE.stream().anyMatch(inquiry.given()::containsKey);
    }

    /// Without a range of its own: about the last periods, whenever it is looked at.
    Pinned moving() {
        return new Pinned(inquiry.without(RANGE));
    }

    /// Whether its range is the one that it would have without saying so today.
    boolean isUsual(History history) {
        return moving().inquiry().recent(history).given().equals(inquiry.given());
    }

    /// Whether its answer may name somebody: its rows are people, groups by what is known of people or words
    /// that people wrote, or it tells a condition or a segment, which may be about one of them.
    boolean mayName() {
        return inquiry.kind().namesPeople()
                || inquiry.kind().name().equals("cancel-reasons")
                || WITH_NAMES.stream().anyMatch(inquiry.given()::containsKey)
                || inquiry.given().values().stream().flatMap(List::stream).anyMatch(value -> value.contains("["))
                || inquiry.compare().filter(with -> !with.equals("before")).isPresent();
    }
}
