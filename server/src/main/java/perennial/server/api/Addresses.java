package perennial.server.api;

import static perennial.server.api.Address.get;

import java.util.ArrayList;
import java.util.List;
import perennial.core.catalogue.Catalogue;
import perennial.core.kpi.KpiAnswer;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;
import perennial.store.access.Scope;
import perennial.store.query.QueryLimits;

/// All addresses that programs can ask; each question of the catalogue is one.
final class Addresses {
    private static final Option WHO = new Option(
            "who",
            "CELL",
            "",
            "List the people behind one cell instead, such as period=2026-03-01,reactivated; needs the scope people.");
    private static final Option KIND =
            new Option("kind", "user|visitor|customer", "user", "What the id is of; a customer is an account.");

    private Addresses() {}

    static List<Address> all() {
        List<Address> all = new ArrayList<>();
        all.add(get("/api/v1/questions", Scope.READ, "Lists the questions with their parameters."));
        for (QuestionKind kind : Catalogue.all()) {
            all.add(get("/api/v1/questions/" + kind.name(), Scope.READ, kind.answers())
                    .with(kind.options())
                    .with(QuestionKind.COMMON)
                    .with(List.of(WHO))
                    .inBothFormats());
        }
        all.add(get(
                        "/api/v1/questions/kpi",
                        Scope.READ,
                        "Answers a figure of your own.",
                        new Option("kpi", "NAME|FORMULA", "", "A saved KPI, or a formula.").required())
                .with(KpiAnswer.OPTIONS)
                .with(List.of(WHO))
                .inBothFormats());
        all.add(get("/api/v1/kpis", Scope.READ, "Lists the saved KPIs.").inBothFormats());
        segments(all);
        customers(all);
        campaigns(all);
        all.add(get(
                        "/api/v1/quality",
                        Scope.READ,
                        "Counts by source and day (UTC) how what was received fared.",
                        new Option("from", "DATE", "", "First day; by default 30 days before the end."),
                        new Option(
                                "until", "DATE", "", "Day that ends the range, itself outside; by default tomorrow."))
                .inBothFormats());
        all.add(get(
                        "/api/v1/quality/refused",
                        Scope.PEOPLE,
                        "Lists the newest calls that were refused.",
                        new Option("limit", "NUMBER", "100", "How many, at most 10000."))
                .inBothFormats());
        all.add(Address.of(
                        "post",
                        "/api/v1/sql",
                        Scope.SQL,
                        "Runs a query on a copy of the database that is at most 5 minutes old.",
                        new Option(
                                "rows",
                                "NUMBER",
                                String.valueOf(QueryLimits.STANDARD.rows()),
                                "Rows that are shown, at most " + QueryLimits.MOST_ROWS + "."))
                .inBothFormats()
                .sending("The query, in DuckDB's SQL."));
        all.addAll(Deliveries.all());
        all.add(get("/metrics", Scope.READ, "Shows the figures of the server as Prometheus reads them.")
                .answering("text/plain"));
        all.add(Address.open("get", "/health/live", "Says that the server lives."));
        all.add(Address.open("get", "/health/ready", "Says whether events can be stored; 503 if not."));
        all.add(get("/api/docs", Scope.READ, "Shows this list as a page.").answering("text/html"));
        all.add(get("/api/docs/openapi.json", Scope.READ, "Describes all addresses as OpenAPI."));
        return all;
    }

    private static void segments(List<Address> all) {
        all.add(get("/api/v1/segments", Scope.READ, "Lists the saved and the built-in segments.")
                .inBothFormats());
        all.add(get("/api/v1/segments/{name}", Scope.READ, "Shows a segment."));
        all.add(Address.of("put", "/api/v1/segments/{name}", Scope.ADMIN, "Saves a segment as its next version.")
                .sending("Who is in it: an expression, or JSON as the address above shows it."));
        all.add(get("/api/v1/segments/{name}/versions", Scope.READ, "Lists the versions of a saved segment.")
                .inBothFormats());
        all.add(get(
                        "/api/v1/segment-size",
                        Scope.READ,
                        "Counts who is in a segment.",
                        new Option("segment", "NAME|EXPRESSION", "", "The segment.").required(),
                        new Option("as-of", "TIME", "", "Judge as of this date or time."))
                .inBothFormats());
    }

    private static void customers(List<Address> all) {
        String one = "/api/v1/customers/{id}";
        all.add(get(one, Scope.PEOPLE, "Shows somebody: ids, traits with their history, lives.", KIND));
        all.add(get(
                one + "/timeline",
                Scope.PEOPLE,
                "Lists the events of somebody, the newest first.",
                KIND,
                new Option("event", "NAME", "", "Events of this name alone."),
                new Option("limit", "NUMBER", "100", "Events of a page, at most 1000."),
                new Option("before", "PLACE", "", "Where the page begins: \"next\" of the page before.")));
        all.add(get(one + "/export", Scope.PEOPLE, "Writes all that is known about somebody as import reads it.", KIND)
                .answering("application/x-ndjson"));
        all.add(Address.of(
                "delete",
                one,
                Scope.ADMIN,
                "Erases somebody for good, and proves it.",
                KIND,
                new Option("confirm", "ID", "", "The id once more.").required()));
    }

    private static void campaigns(List<Address> all) {
        String one = "/api/v1/campaigns/{name}";
        all.add(get("/api/v1/campaigns", Scope.READ, "Lists the campaigns.").inBothFormats());
        all.add(get(
                one,
                Scope.READ,
                "Shows a campaign: plan, stage, where everybody is, and before the launch the verdict."));
        all.add(Address.of("put", one, Scope.ADMIN, "Saves the plan of a campaign as its next version.")
                .sending("The plan as JSON, as the address above shows it."));
        all.add(Address.of("post", one + "/launch", Scope.ADMIN, "Decides on the audience, once and for all."));
        all.add(Address.of(
                "post", one + "/pause", Scope.ADMIN, "Holds a campaign: nothing leaves until it is resumed."));
        all.add(Address.of("post", one + "/resume", Scope.ADMIN, "Goes on with a campaign that was paused."));
        all.add(Address.of("post", one + "/stop", Scope.ADMIN, "Ends a campaign for good: what waits is not sent."));
        all.add(get(one + "/result", Scope.READ, "Says what a campaign really added: numbers, no people."));
        all.add(get(
                        one + "/decisions",
                        Scope.PEOPLE,
                        "Lists what was decided of everybody, and where the messages are.")
                .inBothFormats());
        all.add(Address.of(
                        "post",
                        one + "/messages",
                        Scope.ADMIN,
                        "Writes the messages that are due, of a campaign that goes to files; each is written once. Needs the scope people, too.")
                .answering("text/csv"));
        all.add(Address.of(
                        "post",
                        one + "/replies",
                        Scope.ADMIN,
                        "Takes replies to messages, and says which mean nothing.")
                .sending(
                        "A JSON list of objects with decision, reply (delivered, opened, clicked, unsubscribed, bounced)"
                                + " and perhaps at; or CSV with these columns."));
    }
}
