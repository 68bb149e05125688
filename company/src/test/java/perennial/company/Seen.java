package perennial.company;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What somebody who knows only the lines of the demo company can see in them: users with the days on which they
/// opened the app, customers with their contracts. Reads text, knows nothing of how the lines came about.
final class Seen implements Consumer<String> {
    private static final Set<String> PASSED_OVER = Set.of(
            "Page Viewed",
            "Plant Added",
            "Reminder Completed",
            "Photo Uploaded",
            "Article Read",
            "Garden Planned",
            "Product Viewed",
            "Order Completed");

    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, Payer> payers = new LinkedHashMap<>();
    int lines;

    /// A user.
    static final class Person {
        long signUp;
        String channel = "";
        String country = "";
        String garden = "";
        boolean hasPlanned;
        long lastOpened;
        /// Days of Berlin since the first day of the era.
        final BitSet days = new BitSet();

        boolean isBackAfter(int weeks) {
            return lastOpened >= signUp + weeks * Era.WEEK;
        }
    }

    /// A subscription: open from `from` until `until`; reason and request are there once it is cancelled.
    static final class Contract {
        final String subscription;
        final boolean isYearly;
        final long from;
        long until = Long.MAX_VALUE;
        long requested = Long.MAX_VALUE;
        String reason = "";

        Contract(String subscription, boolean isYearly, long from) {
            this.subscription = subscription;
            this.isYearly = isYearly;
            this.from = from;
        }
    }

    /// An unbroken stretch of contracts.
    record Lived(long from, long until, String reason) {}

    /// A customer.
    static final class Payer {
        final Map<String, Contract> contracts = new LinkedHashMap<>();
        final List<String> cancels = new ArrayList<>();
        Optional<String> arm = Optional.empty();
        long assigned;

        List<Lived> lives() {
            List<Lived> lives = new ArrayList<>();
            var inOrder = contracts.values().stream()
                    .sorted(Comparator.comparingLong(contract -> contract.from))
                    .toList();
            for (Contract contract : inOrder) {
                if (!lives.isEmpty() && contract.from < lives.getLast().until() + Era.DAY) {
                    Lived before = lives.removeLast();
                    lives.add(new Lived(before.from(), Math.max(before.until(), contract.until), contract.reason));
                } else {
                    lives.add(new Lived(contract.from, contract.until, contract.reason));
                }
            }
            return lives;
        }

        boolean hasStarted(long from, long until) {
            return contracts.values().stream().anyMatch(contract -> contract.from >= from && contract.from < until);
        }
    }

    static Seen of(int customers, long seed) {
        var seen = new Seen();
        DemoCompany.lines(customers, seed, seen);
        // Lines may arrive out of order: a cancel is matched when all starts are known.
        seen.payers.values().forEach(payer -> payer.cancels.forEach(line -> cancel(payer, line)));
        return seen;
    }

    @Override
    public void accept(String line) {
        lines++;
        String event = field(line, "event");
        if (PASSED_OVER.contains(event) || field(line, "userId").isEmpty()) {
            return;
        }
        Person person = people.computeIfAbsent(field(line, "userId"), id -> new Person());
        long time = Instant.parse(field(line, "timestamp")).toEpochMilli();
        switch (event) {
            case "App Opened" -> {
                person.lastOpened = Math.max(person.lastOpened, time);
                person.days.set((int) (day(time) - Era.FIRST_DAY.toEpochDay()));
            }
            case "Signed Up" -> {
                person.signUp = time;
                person.channel = field(line, "channel");
            }
            case "Email Sent" -> person.hasPlanned |= line.contains("\"garden_planned\":true");
            case "Subscription Started" -> {
                var contract = new Contract(
                        field(line, "subscription"), field(line, "interval").equals("year"), time);
                payer(line).contracts.put(contract.subscription, contract);
            }
            case "Subscription Cancelled" -> payer(line).cancels.add(line);
            case "Campaign Assigned" -> {
                payer(line).arm = Optional.of(field(line, "arm"));
                payer(line).assigned = time;
            }
            default -> {
                if (line.contains("\"garden\":")) {
                    person.country = field(line, "country");
                    person.garden = field(line, "garden");
                }
            }
        }
    }

    private static void cancel(Payer payer, String line) {
        Contract contract = payer.contracts.get(field(line, "subscription"));
        contract.until = Instant.parse(field(line, "ends_at")).toEpochMilli();
        contract.requested = Instant.parse(field(line, "timestamp")).toEpochMilli();
        contract.reason = field(line, "reason");
    }

    private Payer payer(String line) {
        String account = field(line, "groupId");
        return payers.computeIfAbsent(account.isEmpty() ? field(line, "userId") : account, id -> new Payer());
    }

    static long day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), Era.ZONE).toEpochDay();
    }

    /// The text of a field anywhere in the line; empty if it has none.
    static String field(String line, String name) {
        String start = "\"" + name + "\":\"";
        int from = line.indexOf(start);
        return from < 0 ? "" : line.substring(from + start.length(), line.indexOf('"', from + start.length()));
    }
}
