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
import perennial.core.campaign.Exclusions;
import perennial.core.campaign.Ledger;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Plan;
import perennial.core.customer.Owner;
import perennial.store.Sql;
import perennial.store.access.Secret;

/// What is stored of customers beside their history, as a plan needs it, read once. Codes are handed out one after the
/// other.
final class StoredLedger implements Ledger {
    private static final int CODE_LENGTH = 10;

    private final Set<String> decided;
    private final Set<Owner> suppressed;
    private final Map<Owner, Integer> contacts = new HashMap<>();
    private final Set<Owner> elsewhere = new HashSet<>();
    private final Map<String, Deque<String>> codes = new HashMap<>();

    /// @param others the campaigns that are launched and not over, by name
    StoredLedger(Connection connection, Plan plan, List<Campaign> others, Instant now) throws SQLException {
        decided = decided(connection, plan.name());
        suppressed = Suppressions.all(connection);
        if (plan.exclusions().cap().isPresent()) {
            readContacts(connection, plan.exclusions().cap().get(), now);
        }
        if (plan.exclusions().isApart()) {
            readElsewhere(connection, plan.name(), others, now);
        }
        for (Offer offer : plan.offers().toList()) {
            if (offer.codes() instanceof Offer.Codes.Pool(String pool)) {
                codes.put(pool, CodePools.free(connection, pool));
            }
        }
    }

    private static Set<String> decided(Connection connection, String campaign) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/decided"))) {
            statement.setString(1, campaign);
            try (ResultSet rows = statement.executeQuery()) {
                Set<String> ids = new HashSet<>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
                return ids;
            }
        }
    }

    private void readContacts(Connection connection, Exclusions.Cap cap, Instant now) throws SQLException {
        contacts.putAll(contacts(connection, now.minus(Duration.ofDays(cap.days()))));
    }

    /// How many messages went to whom since an instant.
    static Map<Owner, Integer> contacts(Connection connection, Instant since) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/contacts"))) {
            statement.setLong(1, since.toEpochMilli());
            try (ResultSet rows = statement.executeQuery()) {
                Map<Owner, Integer> contacts = new HashMap<>();
                while (rows.next()) {
                    contacts.put(owner(rows), rows.getInt("contacts"));
                }
                return contacts;
            }
        }
    }

    private void readElsewhere(Connection connection, String campaign, List<Campaign> others, Instant now)
            throws SQLException {
        Map<String, Duration> windows = new HashMap<>();
        others.forEach(each -> windows.put(each.name(), each.plan().window()));
        try (var statement = connection.prepareStatement(Sql.text("campaign/elsewhere"))) {
            statement.setString(1, campaign);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional<Duration> window = Optional.ofNullable(windows.get(rows.getString("campaign")));
                    Instant decided = Instant.ofEpochMilli(rows.getLong("decided_ms"));
                    if (window.filter(open -> decided.plus(open).isAfter(now)).isPresent()) {
                        elsewhere.add(owner(rows));
                    }
                }
            }
        }
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(Owner.Kind.of(row.getString("kind")), row.getString("customer"));
    }

    @Override
    public boolean isDecided(String id) {
        return decided.contains(id);
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
            case Offer.Codes.Pool(String pool) ->
                Optional.ofNullable(codes.getOrDefault(pool, new ArrayDeque<>()).poll());
            case Offer.Codes.Generated(String prefix) ->
                Optional.of(
                        prefix + Secret.make().text().substring(0, CODE_LENGTH).toUpperCase(Locale.ROOT));
        };
    }
}
