package perennial.server.web.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.server.signin.Passwords;
import perennial.server.web.Browser;
import perennial.store.access.Actor;
import perennial.store.access.Role;

class PeoplePagesTest {
    private static final String PASSWORD = "four words nobody joins";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @ParameterizedTest
    @CsvSource({"people, /settings/people", "audit, /settings/audit", "account, /account"})
    void the_pages_about_people_look_right(String name, String path) {
        BROWSER.look(name, path);
    }

    @Test
    void the_page_to_sign_in_looks_right() {
        try (var window = BROWSER.open("/account")) {
            window.page().context().clearCookies();
            window.page().navigate("/sign-in");
            window.look("sign-in");
        }
    }

    @Test
    void an_administrator_makes_a_user_who_chooses_a_password_signs_out_and_in() {
        String link;
        try (var window = BROWSER.open("/settings/people")) {
            window.page().getByLabel("Name or e-mail").fill("ada@example.com");
            window.page().locator("#role").selectOption("analyst");
            window.page().getByText("Make a link").click();
            link = window.page().locator(".secret").innerText();
            assertThat(window.complaints()).isEmpty();
        }
        try (var window = BROWSER.open("/account")) {
            window.page().context().clearCookies();
            window.page().navigate(link);
            window.page().locator("#password").fill(PASSWORD);
            window.page().locator("#again").fill(PASSWORD);
            window.page().getByText("Go on").click();
            assertThat(window.page()).hasURL("/");
            window.page().navigate("/account");
            assertThat(window.page().locator(".finding")).containsText("You are ada@example.com, analyst");
            window.page().getByLabel("Sign out").click();
            window.page().getByLabel("Name or e-mail").fill("Ada@Example.com");
            window.page().getByLabel("Password").fill(PASSWORD);
            window.page().locator(".alone button").click();
            assertThat(window.page()).hasURL("/");
            window.page().navigate("/account");
            assertThat(window.page().locator(".finding")).containsText("You are ada@example.com, analyst");
        }
    }

    @Test
    void whoever_wanted_a_page_gets_it_after_signing_in() {
        var people = BROWSER.server().live().people();
        var bo = people.invite(Actor.COMMAND_LINE, "bo", Role.VIEWER).user();
        people.setPassword(Actor.COMMAND_LINE, bo, new Passwords().hash(PASSWORD));
        try (var window = BROWSER.open("/account")) {
            window.page().context().clearCookies();
            window.page().navigate("/reports?a=b");
            window.page().locator("#name").fill("bo");
            window.page().locator("#password").fill("wrong");
            window.page().locator(".alone button").click();
            assertThat(window.page().getByRole(AriaRole.ALERT))
                    .containsText("No user has this name and this password.");
            window.page().locator("#password").fill(PASSWORD);
            window.page().locator(".alone button").click();
            assertThat(window.page()).hasURL("/reports?a=b");
        }
    }
}
