package perennial.server.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.life.ContractLives;
import perennial.core.life.Life;
import perennial.core.life.LifeSource;
import perennial.core.life.UsageLives;
import perennial.core.question.Unit;
import perennial.store.answer.Answers;
import perennial.store.customer.Profile;
import perennial.store.customer.Profile.TraitValue;
import perennial.store.customer.TimelinePage;
import perennial.store.erasure.Erased;
import perennial.store.json.Json;

/// What is known about a customer as JSON.
final class CustomerDocument {
    /// Silent days that end a life by use, as in questions that are not told otherwise.
    private static final int INACTIVE_AFTER = 30;

    private CustomerDocument() {}

    static Json of(Owner owner, Profile profile, Answers answers) {
        var document = id(owner);
        document.put("ids", ids(profile.ids()));
        document.put("events", number(profile.events()));
        document.put("first", time(profile.first()));
        document.put("last", time(profile.last()));
        var traits = new TreeMap<String, Json>();
        profile.traits().forEach(trait -> traits.putIfAbsent(trait.name(), Json.parse(trait.value()))); // newest first
        document.put("traits", new Json.Object(traits));
        document.put(
                "traitHistory",
                new Json.Array(
                        profile.traits().stream().map(CustomerDocument::trait).toList()));
        document.put("lives", lives(profile.ids(), answers.history(Unit.CUSTOMER)));
        return new Json.Object(document);
    }

    private static Json trait(TraitValue trait) {
        var fields = id(trait.of());
        fields.put("name", new Json.Text(trait.name()));
        fields.put("value", Json.parse(trait.value()));
        fields.put("since", time(Optional.of(trait.since())));
        fields.put("source", new Json.Text(trait.source()));
        return new Json.Object(fields);
    }

    /// By contract and by use: which of them a business goes by, it knows.
    private static Json lives(Collection<Owner> ids, History history) {
        var bases = new TreeMap<String, Json>();
        bases.put("contract", lives(ids, ContractLives.of(history), history));
        bases.put("usage", lives(ids, new UsageLives(INACTIVE_AFTER), history));
        return new Json.Object(bases);
    }

    private static Json lives(Collection<Owner> ids, LifeSource source, History history) {
        return new Json.Array(ids.stream()
                .flatMap(id -> Life.all(id, source, history).stream())
                .map(CustomerDocument::life)
                .toList());
    }

    private static Json life(Life life) {
        var fields = new TreeMap<String, Json>();
        fields.put("start", time(Optional.of(life.start())));
        fields.put("end", time(life.end()));
        return new Json.Object(fields);
    }

    static Json of(TimelinePage page) {
        var fields = new TreeMap<String, Json>();
        fields.put("events", new Json.Array(List.copyOf(page.events())));
        fields.put(
                "next",
                page.next().<Json>map(next -> new Json.Text(next.toString())).orElse(Json.Literal.NULL));
        return new Json.Object(fields);
    }

    static Json of(Erased erased) {
        var proof = new TreeMap<String, Json>();
        proof.put("files", number(erased.proof().files()));
        proof.put("texts", number(erased.proof().texts()));
        var found = new TreeMap<String, Json>();
        erased.proof().found().forEach((place, times) -> found.put(place, number(times)));
        proof.put("found", new Json.Object(found));
        var fields = new TreeMap<String, Json>();
        fields.put("ids", ids(erased.found().ids()));
        fields.put("events", number(erased.found().events()));
        fields.put("links", number(erased.found().links()));
        fields.put("traits", number(erased.found().traits()));
        fields.put("proof", new Json.Object(proof));
        return new Json.Object(fields);
    }

    private static Json ids(Collection<Owner> ids) {
        return new Json.Array(
                ids.stream().<Json>map(each -> new Json.Object(id(each))).toList());
    }

    private static SortedMap<String, Json> id(Owner owner) {
        var fields = new TreeMap<String, Json>();
        fields.put("kind", new Json.Text(owner.kind().toString()));
        fields.put("id", new Json.Text(owner.id()));
        return fields;
    }

    private static Json number(long number) {
        return new Json.Number(String.valueOf(number));
    }

    private static Json time(Optional<Instant> time) {
        return time.<Json>map(each -> new Json.Text(each.toString())).orElse(Json.Literal.NULL);
    }
}
