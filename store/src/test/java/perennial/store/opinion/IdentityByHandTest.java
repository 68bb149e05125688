package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.store.opinion.EngineOn.table;

import org.junit.jupiter.api.Test;

/// Tables worked by hand: whose event it is, by unit.
class IdentityByHandTest {
    // x becomes ada on the 2nd, for good, and what x did before is ada's; y stays a visitor; addie is ada.
    private static final String PEOPLE = """
            ~x          | 2026-03-01 | Opened
            ~x=ada      | 2026-03-02 | Opened
            ~x=bo       | 2026-03-03 | Opened
            ~y          | 2026-03-01 | Opened
            addie       | 2026-03-04 | Opened
            addie -> ada | 2026-03-05 | alias
            """;

    @Test
    void users_are_known_ids_visitors_include_the_never_known() throws Exception {
        // Days 1..4 of users: ada (x), ada, bo, ada (addie).
        assertThat(table(PEOPLE, "active-users", "period customers", "every=month"))
                .isEqualTo("2026-03-01 | 2\n");
        assertThat(table(PEOPLE, "active-users", "period customers", "every=day"))
                .isEqualTo("2026-03-01 | 1\n2026-03-02 | 1\n2026-03-03 | 1\n2026-03-04 | 1\n");
        assertThat(table(PEOPLE, "lifecycle", "period new returning reactivated", "every=day"))
                .isEqualTo("""
                        2026-03-01 | 1 | 0 | 0
                        2026-03-02 | 0 | 1 | 0
                        2026-03-03 | 1 | 0 | 0
                        2026-03-04 | 0 | 0 | 1
                        """);
        assertThat(table(PEOPLE, "active-users", "period customers", "every=month", "unit=visitor"))
                .isEqualTo("2026-03-01 | 3\n");
    }

    @Test
    void aliases_join_in_order_of_time_whatever_the_order_of_arrival() throws Exception {
        // By time: a becomes b, then b (with a) becomes c; d stays.
        assertThat(table("""
                        a | 2026-03-01 | Opened
                        b | 2026-03-02 | Opened
                        c | 2026-03-03 | Opened
                        d | 2026-03-04 | Opened
                        b -> c | 2026-03-09 | alias
                        a -> b | 2026-03-08 | alias
                        a -> a | 2026-03-10 | alias
                        """, "active-users", "period customers", "every=month"))
                .isEqualTo("2026-03-01 | 2\n");
    }

    @Test
    void a_customer_is_the_account_given_else_the_latest_before_else_the_earliest_else_the_user() throws Exception {
        // bo: 1st before any link -> acme (earliest); 5th acme; 9th given umbra; 12th umbra by that event's link.
        // ada has no account; y is no customer.
        String lines = """
                bo       | 2026-03-01 2026-03-05 2026-03-12 | Opened
                bo@umbra | 2026-03-09 | Opened
                bo -> acme | 2026-03-03 | account
                ada      | 2026-03-01 | Opened
                ~y       | 2026-03-01 | Opened
                """;
        assertThat(table(
                        lines,
                        "lifecycle",
                        "period new returning reactivated dormant active",
                        "every=week",
                        "unit=customer"))
                .isEqualTo("""
                        2026-02-23 | 2 | 0 | 0 | 0 | 2
                        2026-03-02 | 0 | 1 | 0 | 1 | 1
                        2026-03-09 | 1 | 0 | 0 | 1 | 1
                        """);
    }

    @Test
    void of_two_accounts_at_the_same_time_the_first_to_arrive_is_the_earliest_and_the_last_holds() throws Exception {
        // Before the link time: acme; at and after it: umbra.
        assertThat(table("""
                        bo -> acme  | 2026-03-03 | account
                        bo -> umbra | 2026-03-03 | account
                        bo          | 2026-03-01 2026-03-03 | Opened
                        cy@acme     | 2026-03-01 | Opened
                        """, "active-users", "period customers", "unit=customer"))
                .isEqualTo("2026-03-01 | 1\n2026-03-02 | 0\n2026-03-03 | 1\n");
    }

    @Test
    void equal_ids_of_different_kinds_are_different_owners() throws Exception {
        assertThat(table("""
                        7      | 2026-03-01 | Opened
                        ~7     | 2026-03-01 | Opened
                        bo@7   | 2026-03-01 | Opened
                        """, "active-users", "period customers", "unit=visitor"))
                .isEqualTo("2026-03-01 | 3\n");
        assertThat(table("""
                        7      | 2026-03-01 | Opened
                        bo@7   | 2026-03-01 | Opened
                        """, "active-users", "period customers", "unit=customer"))
                .isEqualTo("2026-03-01 | 2\n");
    }
}
