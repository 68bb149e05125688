package perennial.store.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Personal;
import perennial.store.json.Json;

/// A message that leaves, with all that it may say.
///
/// @param offer that it makes, as it was planned when it was decided
/// @param traits of the customer, those in force when it leaves
public record Letter(Message message, Optional<Offer> offer, SortedMap<String, String> traits) {
    /// What every message says, as columns are named.
    private static final List<String> COLUMNS = List.of(
            "campaign",
            "version",
            "decision",
            "customer_kind",
            "customer_id",
            "life",
            "arm",
            "offer_name",
            "offer_text",
            "code",
            "reason",
            "days_away",
            "favourite_category",
            "last_product");

    public Decision decision() {
        return message.decision();
    }

    /// As one object, in which what is not known is left out.
    public Json.Object json() {
        var fields = new TreeMap<String, Json>();
        Personal personal = decision().personal();
        fields.put("campaign", new Json.Text(decision().campaign()));
        fields.put("version", number(decision().version()));
        fields.put("decision", new Json.Text(decision().id()));
        fields.put(
                "customer",
                object(Map.of(
                        "kind", decision().customer().kind().toString(),
                        "id", decision().customer().id())));
        fields.put("life", number(decision().life()));
        put(fields, "arm", decision().arm());
        offer.ifPresent(made -> fields.put("offer", object(Map.of("name", made.name(), "text", made.text()))));
        put(fields, "code", decision().code());
        put(fields, "reason", personal.reason());
        fields.put("daysAway", number(personal.daysAway()));
        put(fields, "favouriteCategory", personal.favourite());
        put(fields, "lastProduct", personal.lastProduct());
        fields.put("traits", object(traits));
        return new Json.Object(fields);
    }

    private static void put(SortedMap<String, Json> fields, String name, Optional<String> text) {
        text.ifPresent(known -> fields.put(name, new Json.Text(known)));
    }

    private static Json number(long number) {
        return new Json.Number(Long.toString(number));
    }

    private static Json object(Map<String, String> texts) {
        var fields = new TreeMap<String, Json>();
        texts.forEach((name, text) -> fields.put(name, new Json.Text(text)));
        return new Json.Object(fields);
    }

    /// The names of the columns of a file; a trait has its name after `trait:`.
    static List<String> columns(List<String> traits) {
        return Stream.concat(COLUMNS.stream(), traits.stream().map(name -> "trait:" + name))
                .toList();
    }

    /// What stands in these columns.
    List<Optional<String>> record(List<String> traitNames) {
        Personal personal = decision().personal();
        List<Optional<String>> record = new ArrayList<>(List.of(
                Optional.of(decision().campaign()),
                Optional.of(String.valueOf(decision().version())),
                Optional.of(decision().id()),
                Optional.of(decision().customer().kind().toString()),
                Optional.of(decision().customer().id()),
                Optional.of(String.valueOf(decision().life())),
                decision().arm(),
                offer.map(Offer::name),
                offer.map(Offer::text),
                decision().code(),
                personal.reason(),
                Optional.of(String.valueOf(personal.daysAway())),
                personal.favourite(),
                personal.lastProduct()));
        traitNames.forEach(name -> record.add(Optional.ofNullable(traits.get(name))));
        return record;
    }
}
