package perennial.store.campaign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import perennial.core.campaign.Ledger;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Plan;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.store.Sql;
import perennial.store.access.Secret;

/// What is stored of customers beside their history, as a plan needs it, read once. Codes are handed out one after the
/// other.
final class StoredLedger implements Ledger {
    private static final int CODE_LENGTH = 10;

    private final Set<String> decided = new HashSet<>();
    private final Map<Owner, Long> lastDecided = new HashMap<>();
    private final Set<Owner> suppressed;
    private final Map<Owner, Integer> contacts;
    private final Set<Owner> elsewhere;
    private final Map<String, Deque<String>> codes = new HashMap<>();
    private final Set<String> handedOut = new HashSet<>();

    /// @param others the campaigns that are launched and not over, by name
    /// @param history as of the moment of decision
    StoredLedger(Connection connection, Plan plan, List<Campaign> others, History history) throws SQLException {
        Instant now = Instant.ofEpochMilli(history.asOf());
        readDecided(connection, plan.name(), history);
        suppressed = Suppressions.all(connection, history);
        if (plan.exclusions().cap().isPresent()) {
            int days = plan.exclusions().cap().get().days();
            contacts = contacts(connection, now.minus(Duration.ofDays(days)), history);
        } else {
            contacts = Map.of();
        }
        if (plan.exclusions().isApart()) {
            elsewhere = Successors.of(elsewhere(connection, plan.name(), others, now), connection, history);
        } else {
            elsewhere = Set.of();
        }
        for (Offer offer : plan.offers().toList()) {
            if (offer.codes() instanceof Offer.Codes.Pool(String pool)) {
                codes.put(pool, CodePools.free(connection, pool));
            }
        }
    }

    private void readDecided(Connection connection, String campaign, History history) throws SQLException {
        Map<Owner, Long> last = new HashMap<>();
        try (var statement = connection.prepareStatement(Sql.text("campaign/decided"))) {
            statement.setString(1, campaign);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    decided.add(rows.getString("id"));
                    last.merge(owner(rows), rows.getLong("decided_ms"), Math::max);
                }
            }
        }
        var successors = new Successors(connection, history, last.keySet());
        last.forEach((owner, ms) -> lastDecided.merge(successors.of(owner), ms, Math::max));
    }

    /// How many messages went to whom since an instant.
    static Map<Owner, Integer> contacts(Connection connection, Instant since, History history) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/contacts"))) {
            statement.setLong(1, since.toEpochMilli());
            try (ResultSet rows = statement.executeQuery()) {
                Map<Owner, Integer> noted = new HashMap<>();
                while (rows.next()) {
                    noted.put(owner(rows), rows.getInt("contacts"));
                }
                var successors = new Successors(connection, history, noted.keySet());
                Map<Owner, Integer> contacts = new HashMap<>();
                noted.forEach((owner, count) -> contacts.merge(successors.of(owner), count, Integer::sum));
                return contacts;
            }
        }
    }

    private static Set<Owner> elsewhere(Connection connection, String campaign, List<Campaign> others, Instant now)
            throws SQLException {
        Map<String, Duration> windows = new HashMap<>();
        others.forEach(each -> windows.put(each.name(), each.plan().window()));
        try (var statement = connection.prepareStatement(Sql.text("campaign/elsewhere"))) {
            statement.setString(1, campaign);
            try (ResultSet rows = statement.executeQuery()) {
                Set<Owner> elsewhere = new HashSet<>();
                while (rows.next()) {
                    Optional<Duration> window = Optional.ofNullable(windows.get(rows.getString("campaign")));
                    Instant decided = Instant.ofEpochMilli(rows.getLong("decided_ms"));
                    if (window.filter(open -> decided.plus(open).isAfter(now)).isPresent()) {
                        elsewhere.add(owner(rows));
                    }
                }
                return elsewhere;
            }
        }
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(Owner.Kind.of(row.getString("kind")), row.getString("customer"));
    }

    @Override
    public boolean isDecided(String id, Owner customer, long since) {
        return decided.contains(id)
                || Optional.ofNullable(lastDecided.get(customer))
                        .filter(last -> last >= since)
                        .isPresent();
    }

    @Override
    public boolean isSuppressed(Owner customer) {
        return suppressed.contains(customer);
    }

    @Override
    public int contacts(Owner customer, int days) {
        return contacts.getOrDefault(customer, 0);
    }

    @Override
    public boolean isElsewhere(Owner customer) {
        return elsewhere.contains(customer);
    }

    @Override
    public Optional<String> code(Offer.Codes from) {
        return switch (from) {
            case Offer.Codes.None() -> Optional.empty();
            case Offer.Codes.Pool(String pool) -> next(codes.getOrDefault(pool, new ArrayDeque<>()));
            case Offer.Codes.Generated(String prefix) ->
                Optional.of(
                        prefix + Secret.make().text().substring(0, CODE_LENGTH).toUpperCase(Locale.ROOT));
        };
    }

    /// The next that no other pool has handed out: a code may lie in several.
    private Optional<String> next(Deque<String> pool) {
        while (!pool.isEmpty()) {
            String code = pool.remove();
            if (handedOut.add(code)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
