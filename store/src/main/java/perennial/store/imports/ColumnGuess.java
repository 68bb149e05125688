package perennial.store.imports;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import perennial.core.selection.Condition;

/// What columns are for, guessed from their names and their first values. Whoever imports looks at it before it holds.
record ColumnGuess(Map<String, Use> uses, Optional<String> timeFormat) {
    /// Some rows of a file may be bad.
    private static final double MOST = 0.7;

    /// Of fewer values nobody can tell whether they repeat.
    private static final int FEW = 20;

    private static final List<String> TIMES = List.of(
            "timestamp",
            "time",
            "eventtime",
            "eventtimestamp",
            "occurredat",
            "happenedat",
            "ts",
            "datetime",
            "createdat",
            "created",
            "date",
            "eventdate",
            "orderdate",
            "invoicedate",
            "receivedat",
            "day");
    private static final List<String> EVENTS =
            List.of("event", "eventname", "eventtype", "action", "activity", "verb", "type", "name");
    private static final List<String> USERS = List.of(
            "userid",
            "user",
            "uid",
            "distinctid",
            "personid",
            "memberid",
            "contactid",
            "customerid",
            "customer",
            "clientid",
            "useremail",
            "email",
            "accountid",
            "account");
    private static final List<String> VISITORS =
            List.of("anonymousid", "visitorid", "visitor", "deviceid", "cookieid", "clientid");
    private static final List<String> ACCOUNTS = List.of(
            "accountid",
            "account",
            "companyid",
            "organizationid",
            "organisationid",
            "orgid",
            "workspaceid",
            "teamid",
            "tenantid",
            "customerid",
            "customer",
            "company");
    private static final List<String> AMOUNTS =
            List.of("value", "amount", "revenue", "total", "ordertotal", "price", "sum");
    private static final List<String> CURRENCIES = List.of("currency", "currencycode");
    private static final List<String> IDS = List.of("messageid", "eventid", "insertid", "uuid", "id");
    private static final Set<String> TRAITS = Set.of(
            "plan", "country", "city", "region", "language", "locale", "gender", "email", "company", "tier", "age");

    /// How times are written that are not read by themselves. Where a date fits two, the first is meant.
    private static final List<String> TIME_FORMATS = List.of(
            "yyyyMMdd",
            "d.M.yyyy",
            "d.M.yyyy H:mm",
            "d.M.yyyy H:mm:ss",
            "M/d/yyyy",
            "M/d/yyyy H:mm",
            "M/d/yyyy H:mm:ss",
            "M/d/yyyy h:mm a",
            "d/M/yyyy",
            "d/M/yyyy H:mm",
            "d/M/yyyy H:mm:ss",
            "yyyy/M/d",
            "yyyy/M/d H:mm",
            "yyyy/M/d H:mm:ss");

    /// Guesses from the values of each column that are not empty.
    static ColumnGuess of(SequencedMap<String, List<String>> values) {
        Map<String, Use> uses = new HashMap<>();
        Optional<String> time = named(TIMES, values, uses, ColumnGuess::isTime)
                .or(() -> first(values, uses, (name, cells) -> isTime(cells)));
        time.ifPresent(name -> uses.put(name, Use.TIME));
        guess(Use.EVENT, EVENTS, values, uses, ColumnGuess::repeats);
        guess(Use.USER, USERS, values, uses, cells -> true);
        guess(Use.VISITOR, VISITORS, values, uses, cells -> true);
        guess(Use.CUSTOMER, ACCOUNTS, values, uses, cells -> true);
        guess(Use.VALUE, AMOUNTS, values, uses, cells -> mostly(cells, Condition::isNumber));
        guess(Use.CURRENCY, CURRENCIES, values, uses, cells -> mostly(cells, cell -> cell.matches("[A-Za-z]{3}")));
        guess(Use.MESSAGE_ID, IDS, values, uses, cells -> new HashSet<>(cells).size() == cells.size());
        values.forEach((name, cells) -> uses.putIfAbsent(name, rest(name, cells)));
        return new ColumnGuess(uses, time.flatMap(name -> format(values.getOrDefault(name, List.of()))));
    }

    Use use(String column) {
        return uses.getOrDefault(column, Use.NOTHING);
    }

    private static Use rest(String name, List<String> cells) {
        return cells.isEmpty() ? Use.NOTHING : TRAITS.contains(plain(name)) ? Use.TRAIT : Use.PROPERTY;
    }

    private static void guess(
            Use use,
            List<String> names,
            SequencedMap<String, List<String>> values,
            Map<String, Use> uses,
            Predicate<List<String>> fits) {
        named(names, values, uses, fits).ifPresent(name -> uses.put(name, use));
    }

    /// The column that has the earliest of these names, is not used yet, and holds what fits.
    private static Optional<String> named(
            List<String> names,
            SequencedMap<String, List<String>> values,
            Map<String, Use> uses,
            Predicate<List<String>> fits) {
        return names.stream()
                .flatMap(wanted ->
                        first(values, uses, (name, cells) -> plain(name).equals(wanted) && fits.test(cells)).stream())
                .findFirst();
    }

    private interface Fit {
        boolean test(String name, List<String> cells);
    }

    private static Optional<String> first(SequencedMap<String, List<String>> values, Map<String, Use> uses, Fit fit) {
        return values.entrySet().stream()
                .filter(each ->
                        !uses.containsKey(each.getKey()) && !each.getValue().isEmpty())
                .filter(each -> fit.test(each.getKey(), each.getValue()))
                .map(Entry::getKey)
                .findFirst();
    }

    /// A name without what people write differently: `user_id`, `userId` and `User ID` are one.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static boolean repeats(List<String> cells) {
        return cells.size() < FEW || new HashSet<>(cells).size() <= cells.size() / 2;
    }

    private static boolean mostly(List<String> cells, Predicate<String> isSo) {
        return cells.stream().filter(isSo).count() >= MOST * cells.size();
    }

    private static boolean isTime(List<String> cells) {
        return isTime(Optional.empty(), cells) || format(cells).isPresent();
    }

    private static boolean isTime(Optional<String> format, List<String> cells) {
        var reader = new TimeFormat(format, ZoneOffset.UTC);
        return mostly(cells, cell -> reader.parse(cell) != TimeFormat.NONE);
    }

    private static Optional<String> format(List<String> cells) {
        return isTime(Optional.empty(), cells)
                ? Optional.empty()
                : TIME_FORMATS.stream()
                        .filter(format -> isTime(Optional.of(format), cells))
                        .findFirst();
    }
}
