package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;
import perennial.store.access.Role;

class UsersTest {
    @TempDir
    Path folder;

    private String shop = "";

    @BeforeEach
    void make_a_workspace() {
        shop = folder.resolve("shop").toString();
        assertThat(MainTest.run("init", "-w", shop).code()).isZero();
    }

    private Ran users(String command, String... more) {
        String[] line = new String[more.length + 4];
        line[0] = "users";
        line[1] = command;
        System.arraycopy(more, 0, line, 2, more.length);
        line[more.length + 2] = "-w";
        line[more.length + 3] = shop;
        return MainTest.run(line);
    }

    @Test
    void a_user_is_made_with_a_link_shown_once_and_listed_without_it() {
        assertThat(users("list").out())
                .isEqualTo("There are no users: the first is made at the address that the server prints.\n");
        Ran made = users("create", "ada@example.com", "--role", "admin");
        assertThat(made.code()).isZero();
        assertThat(made.out()).matches("/password\\?link=[0-9a-z]{40}\\n");
        assertThat(made.err())
                .isEqualTo("Opened at the address of the server within a day, such as http://localhost:8080/password?…,"
                        + " this sets the password of ada@example.com (admin), once. It is not shown again.\n");
        assertThat(users("create", "bo").code()).isZero();
        assertThat(users("list", "--csv").out().lines())
                .containsExactly(
                        "name,role,signs-in-by,created,disabled",
                        "ada@example.com,admin,nothing yet,2026-03-01T12:00:00Z,",
                        "bo,viewer,nothing yet,2026-03-01T12:00:00Z,");
    }

    @Test
    void roles_change_and_users_are_disabled_and_enabled_as_long_as_an_administrator_stays() {
        assertThat(users("create", "bo").err())
                .isEqualTo("The first user has to be an administrator; make one with the role admin first\n");
        users("create", "ada", "--role", "admin");
        users("create", "bo");
        assertThat(users("role", "BO", "marketer").out()).isEqualTo("bo may now run campaigns and surveys.\n");
        assertThat(users("role", "bo", "boss").err())
                .contains("\"boss\" is no role; choose among viewer, analyst, marketer, admin");
        assertThat(users("disable", "bo").out()).isEqualTo("bo is signed out everywhere and can sign in no more.\n");
        assertThat(users("reset-password", "bo").err()).isEqualTo("User \"bo\" is disabled; nothing was changed\n");
        assertThat(users("enable", "bo").out()).isEqualTo("bo can sign in again.\n");
        Ran last = users("disable", "ada");
        assertThat(last.code()).isEqualTo(1);
        assertThat(last.err())
                .isEqualTo("This is the last administrator, and there has to be one; make another before. Nothing was"
                        + " changed\n");
        assertThat(users("disable", "cy").err()).isEqualTo("There is no user \"cy\"; nothing was changed\n");
    }

    @Test
    void help_lists_the_roles_as_they_are() {
        String help = MainTest.run("users", "--help").out().replaceAll("\\s+", " ");
        for (var role : Role.values()) {
            assertThat(help).contains(role + " " + role.meaning());
        }
    }

    @Test
    void a_provider_is_told_of_wholly_or_not_at_all() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        assertThat(serve("--openid-issuer", "https://accounts.example.com").err())
                .contains("needs --openid-issuer, --openid-client and --openid-secret-file; give all three or none");
        assertThat(serve(
                                "--openid-issuer",
                                "http://accounts.example.com",
                                "--openid-client",
                                "p",
                                "--openid-secret-file",
                                secret.toString())
                        .err())
                .contains("is no address of a provider; give one that begins with https://");
        assertThat(serve(
                                "--openid-issuer",
                                "https://accounts.example.com",
                                "--openid-client",
                                "p",
                                "--openid-secret-file",
                                folder.resolve("none").toString())
                        .err())
                .contains("cannot be read; name a file with the secret");
    }

    private Ran serve(String... options) {
        String[] line = new String[options.length + 3];
        line[0] = "serve";
        line[1] = "-w";
        line[2] = shop;
        System.arraycopy(options, 0, line, 3, options.length);
        Ran ran = MainTest.run(line);
        assertThat(ran.code()).isEqualTo(2);
        return ran;
    }
}
