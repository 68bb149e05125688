package perennial.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.workspace.Settings;
import perennial.store.HandClock;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

class PeopleTest {
    private static final Actor ADA = new Actor("ada", "10.0.0.1");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
    private Workspace workspace;
    private People people;

    @BeforeEach
    void open() {
        workspace = Workspace.openOrCreate(folder.resolve("shop"), Settings.standard("shop"), clock);
        people = new People(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void reopen() {
        close();
        open();
    }

    private User administrator() {
        return people.first("10.0.0.1", "ada", "hash of ada's").orElseThrow();
    }

    @Test
    void the_first_user_is_an_administrator_and_there_is_one_first() {
        assertThatThrownBy(() -> people.invite(Actor.COMMAND_LINE, "bo", Role.MARKETER))
                .isInstanceOf(StoreFailure.class)
                .hasMessage("The first user has to be an administrator; make one with the role admin first");
        assertThat(administrator().role()).isEqualTo(Role.ADMIN);
        assertThat(people.first("10.0.0.1", "eve", "hash")).isEmpty();
        assertThat(people.users().all()).hasSize(1);
    }

    @Test
    void users_are_as_they_were_after_a_restart() {
        administrator();
        User bo = people.invite(ADA, " Bo@Example.com ", Role.VIEWER).user();
        people.changeRole(ADA, bo, Role.ANALYST);
        people.join(bo, "10.0.0.2", "https://issuer 1");
        people.disable(ADA, bo);
        List<User> before = people.users().all();
        reopen();
        assertThat(people.users().all()).isEqualTo(before);
        assertThat(before.getLast().name()).isEqualTo("Bo@Example.com");
        assertThat(people.users().named("bo@example.COM").disabled()).contains(clock.instant());
    }

    @Test
    void names_differ_by_more_than_case_and_can_be_seen() {
        administrator();
        assertThatThrownBy(() -> people.invite(ADA, "ADA ", Role.VIEWER))
                .hasMessage("There is a user \"ada\" already; nothing was changed");
        for (String wrong : List.of("", "  ", "a\nb", "a\u202Eb", "x".repeat(255))) {
            assertThatThrownBy(() -> people.invite(ADA, wrong, Role.VIEWER))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A user needs a name or an e-mail address of 1 to 254 visible characters, such as"
                            + " ada@example.com");
        }
    }

    @Test
    void the_last_administrator_stays_one() {
        User ada = administrator();
        String sentence = "This is the last administrator, and there has to be one; make another before. Nothing was"
                + " changed";
        assertThatThrownBy(() -> people.disable(ADA, ada)).hasMessage(sentence);
        assertThatThrownBy(() -> people.changeRole(ADA, ada, Role.MARKETER)).hasMessage(sentence);
        people.invite(ADA, "bo", Role.ADMIN);
        assertThat(people.disable(ADA, ada).isEnabled()).isFalse();
    }

    @Test
    void a_link_opens_once_for_a_day_to_the_newest_of_an_enabled_user_after_a_restart_too() {
        administrator();
        var invited = people.invite(ADA, "bo", Role.VIEWER);
        Secret newer = people.resetPassword(ADA, invited.user());
        reopen();
        assertThat(people.ofLink(invited.link())).isEmpty();
        assertThat(people.ofLink(newer)).contains(invited.user());
        assertThat(people.setPassword(newer, "10.0.0.2", "hash of bo's")).isPresent();
        assertThat(people.users().named("bo").password()).contains("hash of bo's");
        assertThat(people.setPassword(newer, "10.0.0.2", "another")).isEmpty();

        Secret late = people.resetPassword(ADA, invited.user());
        clock.forward(Duration.ofDays(1));
        assertThat(people.ofLink(late)).isEmpty();
        Secret disabled = people.resetPassword(ADA, invited.user());
        people.disable(ADA, people.users().named("bo"));
        assertThat(people.ofLink(disabled)).isEmpty();
    }

    @Test
    void a_session_ends_after_a_week_of_silence_or_thirty_days_and_outlives_a_restart() {
        User ada = administrator();
        Secret often = people.sessions().start(ada, "10.0.0.1");
        Secret once = people.sessions().start(ada, "10.0.0.9");
        for (int day = 6; day < 30; day += 6) {
            clock.forward(Duration.ofDays(6));
            reopen();
            assertThat(people.sessions().find(often)).as("day " + day).isPresent();
        }
        assertThat(people.sessions().find(once)).isEmpty();
        clock.forward(Duration.ofDays(6));
        assertThat(people.sessions().find(often)).isEmpty();
        assertThat(people.sessions().of(ada)).isEmpty();
    }

    @Test
    void a_new_password_and_being_disabled_end_all_sessions() {
        User ada = administrator();
        User bo = people.invite(ADA, "bo", Role.VIEWER).user();
        Secret ofAda = people.sessions().start(ada, "10.0.0.1");
        Secret ofBo = people.sessions().start(bo, "10.0.0.2");
        people.setPassword(ADA, ada, "new hash");
        assertThat(people.sessions().find(ofAda)).isEmpty();
        assertThat(people.sessions().find(ofBo)).isPresent();
        people.disable(ADA, bo);
        reopen();
        assertThat(people.sessions().find(ofBo)).isEmpty();
    }

    @Test
    void somebody_signs_in_while_an_import_goes_on_and_both_are_kept() throws Exception {
        User ada = administrator();
        long changes = workspace.changes();
        Secret secret = workspace.change("importing", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO keys VALUES ('k', 'web', 'write', 'hash', 1, NULL)");
                // another thread: this one holds the workspace
                return CompletableFuture.supplyAsync(() -> people.sessions().start(ada, "10.0.0.1"))
                        .join();
            }
        });
        assertThat(workspace.changes()).isEqualTo(changes + 1);
        reopen();
        assertThat(people.sessions().find(secret)).isPresent();
        assertThat(new Keys(workspace).all()).hasSize(1);
    }

    @Test
    void the_audit_log_says_who_did_what_to_whom_the_newest_first_and_holds_no_secret() {
        User ada = administrator();
        var invited = people.invite(ADA, "bo", Role.VIEWER);
        people.changeRole(ADA, invited.user(), Role.ANALYST);
        people.endSessions(ADA, ada);
        reopen();
        List<AuditEntry> entries = people.audit().before(AuditLog.END, 100);
        assertThat(entries)
                .extracting(entry -> entry.by().who() + " " + entry.did().words() + " " + entry.to())
                .containsExactly(
                        "ada signed out everywhere ada",
                        "ada changed the role of bo (viewer) → analyst",
                        "ada made a link to set the password of bo",
                        "ada made the user bo (viewer)",
                        "ada made the user ada (admin)");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.by().from()).isEqualTo("10.0.0.1"));
        assertThat(entries.toString())
                .doesNotContain(
                        "hash of ada's", invited.link().text(), invited.link().hash());
        assertThat(people.audit().before(entries.get(1).place(), 2)).isEqualTo(entries.subList(2, 4));
    }

    @Test
    void each_role_may_what_those_before_it_may() {
        for (Role role : Role.values()) {
            for (Role needed : Role.values()) {
                assertThat(role.includes(needed)).isEqualTo(role.ordinal() >= needed.ordinal());
                for (Role third : Role.values()) {
                    assertThat(role.includes(needed) && needed.includes(third) && !role.includes(third))
                            .isFalse();
                }
            }
            assertThat(Role.of(role.toString())).isEqualTo(role);
        }
        assertThatThrownBy(() -> Role.of("boss"))
                .hasMessage("\"boss\" is no role; choose among viewer, analyst, marketer, admin");
    }
}
