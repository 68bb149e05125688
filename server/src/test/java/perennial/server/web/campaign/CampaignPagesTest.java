package perennial.server.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.campaign.Reply;
import perennial.core.campaign.Stage;
import perennial.store.access.AuditLog;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.campaign.Replies;

class CampaignPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String[] SPRING = {
        "name",
        "spring",
        "audience",
        "lapsed",
        "objective",
        "contract",
        "holdout",
        "50",
        "margin",
        "100",
        "windowDays",
        "30",
        "hopedRise",
        "12",
        "t.0",
        "arm",
        "t.0.name",
        "letter"
    };

    @TempDir
    Path folder;

    private Company company;

    @BeforeEach
    void open() throws Exception {
        company = new Company(folder);
    }

    @AfterEach
    void close() {
        company.close();
    }

    private HttpResponse<String> get(Role role, String path) throws Exception {
        return company.server().get(path, company.server().browser(role));
    }

    private HttpResponse<String> post(Role role, String path, String... fields) throws Exception {
        String[] browser = company.server().browser(role);
        Matcher token =
                TOKEN.matcher(company.server().get("/campaigns/new", browser).body());
        assertThat(token.find()).isTrue();
        var body = new StringBuilder("_csrf=" + token.group(1));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return company.server()
                .post(
                        path,
                        body.toString(),
                        browser[0],
                        browser[1],
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The form with another text in a field, or one field more.
    private static String[] with(String field, String value) {
        List<String> fields = new ArrayList<>(List.of(SPRING));
        int at = fields.indexOf(field);
        if (at < 0) {
            fields.addAll(List.of(field, value));
        } else {
            fields.set(at + 1, value);
        }
        return fields.toArray(String[]::new);
    }

    private Stage stage(String name) {
        return company.server().live().campaigns().plans().named(name).stage();
    }

    @Test
    void marketers_plan_launch_pause_resume_and_stop_and_the_audit_log_says_so() throws Exception {
        var saved = post(Role.MARKETER, "/campaigns", SPRING);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).hasValue("/campaigns/spring");
        assertThat(get(Role.MARKETER, "/campaigns/spring").body())
                .contains("600 customers are decided on at once and for good", "Launch now", "Can be measured");
        for (String step : List.of("launch", "pause", "resume", "stop")) {
            assertThat(post(Role.MARKETER, "/campaigns/spring/" + step).statusCode())
                    .as(step)
                    .isEqualTo(303);
        }
        assertThat(stage("spring")).isEqualTo(Stage.STOPPED);
        assertThat(company.server().live().people().audit().before(AuditLog.END, 100))
                .extracting(entry -> entry.by().who() + " " + entry.did() + " " + entry.to())
                .contains(
                        "marketer " + Deed.PLANNED_CAMPAIGN + " spring",
                        "marketer " + Deed.LAUNCHED_CAMPAIGN + " spring",
                        "marketer " + Deed.PAUSED_CAMPAIGN + " spring",
                        "marketer " + Deed.RESUMED_CAMPAIGN + " spring",
                        "marketer " + Deed.STOPPED_CAMPAIGN + " spring");
        var again = post(Role.MARKETER, "/campaigns/spring/resume");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("is not paused: it is stopped");
    }

    @Test
    void viewers_see_numbers_and_no_people_and_analysts_see_people_and_change_nothing() throws Exception {
        company.plan("spring");
        company.plan("summer");
        company.launch("spring");
        for (Role role : List.of(Role.VIEWER, Role.ANALYST)) {
            assertThat(post(role, "/campaigns", SPRING).statusCode()).isEqualTo(403);
            for (String step : List.of("launch", "pause", "resume", "stop", "codes")) {
                assertThat(post(role, "/campaigns/summer/" + step).statusCode())
                        .as(role + " " + step)
                        .isEqualTo(403);
            }
            assertThat(get(role, "/campaigns/summer").body()).doesNotContain("Launch now");
        }
        assertThat(stage("summer")).isEqualTo(Stage.DRAFT);
        assertThat(get(Role.VIEWER, "/campaigns/spring").body())
                .contains("600 in the audience")
                .doesNotContain("/campaigns/spring/people");
        assertThat(get(Role.VIEWER, "/campaigns/spring/people").statusCode()).isEqualTo(403);
        assertThat(post(Role.VIEWER, "/campaigns/draft", with("name", "autumn")).body())
                .contains("Can be measured")
                .doesNotContain(">customer-");
        assertThat(post(Role.ANALYST, "/campaigns/draft", with("name", "autumn"))
                        .body())
                .contains(">customer-1");
        assertThat(get(Role.ANALYST, "/campaigns/spring").body()).contains("/campaigns/spring/people?state=holdout");
    }

    @Test
    void people_are_asked_for_by_what_there_is() throws Exception {
        company.plan("spring");
        company.launch("spring");
        for (String wrong : List.of("arm=nonsense", "state=nonsense", "why=nonsense", "returned=nonsense")) {
            var answer = get(Role.ANALYST, "/campaigns/spring/people?" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("nonsense", "is no " + wrong.split("=")[0] + "; there are: ");
        }
        assertThat(get(Role.ANALYST, "/campaigns/spring/people?arm=holdout").statusCode())
                .isEqualTo(200);
    }

    @Test
    void replies_are_counted_beside_the_states_by_arm() throws Exception {
        company.plan("spring");
        company.launch("spring");
        var campaigns = company.server().live().campaigns();
        var told = campaigns.messages("spring").stream()
                .filter(each -> each.decision().isTreated())
                .limit(3)
                .map(each -> new Replies.Told(1, each.decision().id(), "opened", ""))
                .toList();
        assertThat(get(Role.VIEWER, "/campaigns/spring").body()).doesNotContain("Came back of messages");
        assertThat(campaigns.replies().take("spring", told).taken()).isEqualTo(3);
        assertThat(get(Role.VIEWER, "/campaigns/spring").body())
                .containsPattern("Came back of messages</th><th[^>]*>Delivered</th><th[^>]*>Opened</th>")
                .containsPattern("<td class=\"number\">0</td><td class=\"number\">3</td>");
    }

    @Test
    void what_is_wrong_stands_at_its_field_and_nothing_is_kept() throws Exception {
        record Wrong(String field, String value, String at, String sentence) {}
        for (Wrong wrong : List.of(
                new Wrong("audience", "nobody at all", "audience", "There is no segment"),
                new Wrong("holdout", "120", "holdout", "The share held out lies between 0 and 1, was 1.2"),
                new Wrong("holdout", "ten", "holdout", "\"ten\" is no number such as 12.5"),
                new Wrong("windowDays", "0.5", "windowDays", "A whole number is expected, was 0.5"),
                new Wrong("t.0.share", "60", "treatments", "The shares of the arms add up to 100 %, were 60 %"),
                new Wrong("budget", "-1", "budget", "An amount is 0 or more, was -1"),
                new Wrong("ends", "tomorrow", "ends", "is no time such as 2026-03-01T08:00"),
                new Wrong("consent", "segment none", "consent", "There is no segment"),
                new Wrong("channel", "pigeon", "channel", "There is no webhook"),
                new Wrong("name", "a\\b", "name", "characters without"),
                new Wrong("name", "a/b", "name", "characters without"))) {
            var answer = post(Role.MARKETER, "/campaigns", with(wrong.field(), wrong.value()));
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            Matcher fault = Pattern.compile("id=\"fault-" + wrong.at() + "\"[^>]*><p class=\"fault\">([^<]*)")
                    .matcher(answer.body());
            assertThat(fault.find()).as(wrong + " " + answer.body()).isTrue();
            assertThat(fault.group(1)).contains(wrong.sentence());
        }
        assertThat(company.server().live().campaigns().plans().all()).isEmpty();
    }

    @Test
    void arms_and_offers_come_and_go_in_the_form_before_anything_is_kept() throws Exception {
        String more =
                post(Role.VIEWER, "/campaigns/draft", with("do", "add offer 0")).body();
        assertThat(more).contains("name=\"t.0.o.0.cost\"");
        assertThat(post(Role.VIEWER, "/campaigns/draft", with("do", "add arm")).body())
                .contains("name=\"t.1.name\"");
        assertThat(post(Role.VIEWER, "/campaigns/draft", with("do", "drop arm 0"))
                        .body())
                .contains("name=\"t.0.name\""); // the last one stays
    }

    @Test
    void a_plan_that_is_changed_says_what_that_does_to_the_reading() throws Exception {
        company.plan("spring");
        company.launch("spring");
        String form = get(Role.MARKETER, "/campaigns/spring/edit").body();
        assertThat(form).contains("name=\"known\" value=\"spring\"", "name=\"holdout\" value=\"50\"");
        List<String> changed = new ArrayList<>(List.of(with("holdout", "40")));
        changed.addAll(List.of("known", "spring"));
        String[] fields = changed.toArray(String[]::new);
        assertThat(post(Role.MARKETER, "/campaigns/draft", fields).body())
                .contains("Who is drawn, or what counts as coming back, is another from now on");
        assertThat(post(Role.MARKETER, "/campaigns", with("holdout", "40")).body())
                .contains("There is a campaign \"spring\" already");
        assertThat(post(Role.MARKETER, "/campaigns", fields).statusCode()).isEqualTo(303);
        assertThat(company.server()
                        .live()
                        .campaigns()
                        .plans()
                        .versions("spring")
                        .all())
                .hasSize(2);
    }

    @Test
    void a_saved_plan_comes_back_from_its_form_as_it_was() throws Exception {
        company.plan("spring", """
                "objective":{"return":"usage","inactiveAfterDays":45},"entering":true,"holdout":0.125,
                "exclusions":{"consent":"plan = pro","cap":{"contacts":2,"days":14},"apart":true},
                "treatments":[{"name":"a","share":0.3,"offers":[{"who":"plan = pro","offer":{"name":"third","text":"off","cost":5.5,"codes":{"generated":"P-"}}}]},{"name":"b","share":0.7}],
                "margin":0.8,"windowDays":21,"keptDays":14,"hopedRise":0.03,"budget":5000,
                "starts":"2026-03-02T08:00:00Z","ends":"2026-06-01T00:00:00Z\"""");
        var plan = company.server().live().campaigns().plans().named("spring").plan();
        assertThat(PlanForm.of(plan, ZoneId.of("Asia/Kathmandu")).plan()).isEqualTo(plan);
    }

    @Test
    void a_broken_split_shows_no_effect() throws Exception {
        company.plan("odd");
        company.launch("odd");
        company.lose("odd", 3);
        company.later(Duration.ofDays(40));
        String page = get(Role.ADMIN, "/campaigns/odd").body();
        assertThat(page)
                .contains("Broken", "Not drawn as planned: something chose among the customers")
                .doesNotContain("Brought back", "data-chart", "returned=yes", "Net earned");
        assertThat(get(Role.ADMIN, "/campaigns").body())
                .contains("Broken, left out: odd")
                .doesNotContain("Side by side");
    }

    @Test
    void an_effect_is_told_with_its_interval_and_its_people_and_summed_over_the_year() throws Exception {
        company.plan("spring");
        company.launch("spring");
        company.deliver("spring", Company.ofTen(1));
        assertThat(get(Role.VIEWER, "/campaigns/spring").body())
                .contains("Too early", "It is too early")
                .doesNotContain("data-chart", "Brought back");
        company.comeBack(
                "spring",
                each -> Company.ofTen(each.decision().isHeldOut() ? 1 : 3).test(each));
        company.later(Duration.ofDays(61));
        String page = get(Role.ANALYST, "/campaigns/spring").body();
        assertThat(page)
                .contains("Clear effect", "who would not have come by themselves", "data-chart=\"difference-data\"");
        Matcher back = Pattern.compile("people\\?arm=message&amp;returned=yes\">(\\d+)<")
                .matcher(page);
        assertThat(back.find()).as(page).isTrue();
        long expected = company.messages("spring").stream()
                .filter(each -> each.decision().isTreated())
                .filter(Company.ofTen(3))
                .count();
        assertThat(back.group(1)).isEqualTo(String.valueOf(expected));
        var people = get(Role.ANALYST, "/campaigns/spring/people?arm=message&returned=yes");
        assertThat(people.body()).contains("<b>" + expected + "</b> customers: message, came back in time");
        String csv = get(Role.ANALYST, "/campaigns/spring/people?arm=message&returned=yes&format=csv")
                .body();
        assertThat(csv.lines()).hasSize((int) expected + 1);
        assertThat(csv).startsWith("kind,id,arm,state,why,offer,because,decided,returned");
        assertThat(get(Role.VIEWER, "/campaigns").body())
                .contains("The campaign of the last year brought back", "Side by side");
    }

    @Test
    void every_place_of_the_law_leads_to_as_many_people_as_it_says() throws Exception {
        company.server().live().campaigns().suppressions().add(company.owner(7), Reply.UNSUBSCRIBED);
        company.plan("spring");
        company.launch("spring");
        company.deliver("spring", Company.ofTen(2));
        String page = get(Role.ANALYST, "/campaigns/spring").body();
        Matcher places = Pattern.compile("people\\?state=([a-z]+)\"><b>(\\d+)").matcher(page);
        int all = 0;
        while (places.find()) {
            all += Integer.parseInt(places.group(2));
            assertThat(get(Role.ANALYST, "/campaigns/spring/people?state=" + places.group(1))
                            .body())
                    .contains("<b>" + places.group(2) + "</b> customer");
        }
        assertThat(all).isEqualTo(Company.CUSTOMERS);
        assertThat(get(Role.ANALYST, "/campaigns/spring/people?state=excluded").body())
                .contains(Company.customer(7), "unsubscribed, or the address bounced");
    }

    @Test
    void a_page_is_told_only_what_it_does_not_show_yet() throws Exception {
        company.plan("spring");
        company.launch("spring");
        String page = get(Role.VIEWER, "/campaigns/spring").body();
        Matcher poll = Pattern.compile("hx-get=\"([^\"]+news[^\"]+)\"").matcher(page);
        assertThat(poll.find()).isTrue();
        assertThat(get(Role.VIEWER, poll.group(1)).statusCode()).isEqualTo(204);
        company.deliver("spring", Company.ofTen(0));
        var news = get(Role.VIEWER, poll.group(1));
        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(news.body()).contains("0 pending").doesNotContain("<html");
    }

    @Test
    void names_are_text_whatever_they_hold() throws Exception {
        for (String name : List.of("<script>alert('x')&amp;\"", "new", "50 % off; %41 now?", "ümlaut #1")) {
            company.plan(name);
            String list = get(Role.MARKETER, "/campaigns").body();
            assertThat(list).doesNotContain("<script>alert");
            String address = CampaignAddress.of(name);
            var page = get(Role.MARKETER, address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body()).contains("Launch now").doesNotContain("<script>alert");
            assertThat(post(Role.MARKETER, CampaignAddress.under(name, "/launch"))
                            .statusCode())
                    .as(name)
                    .isEqualTo(303);
            assertThat(stage(name)).isEqualTo(Stage.RUNNING);
        }
        assertThat(get(Role.VIEWER, "/campaigns/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void messages_that_wait_are_taken_as_a_file_once() throws Exception {
        company.plan("spring");
        assertThat(post(Role.MARKETER, "/campaigns/spring/messages.csv").statusCode())
                .isEqualTo(400);
        company.launch("spring");
        assertThat(post(Role.ANALYST, "/campaigns/spring/messages.csv").statusCode())
                .isEqualTo(403);
        long treated = company.messages("spring").stream()
                .filter(each -> each.decision().isTreated())
                .count();
        var file = post(Role.MARKETER, "/campaigns/spring/messages.csv");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "spring.csv"));
        assertThat(file.body().lines()).hasSize((int) treated + 1);
        assertThat(post(Role.MARKETER, "/campaigns/spring/messages.csv").body().lines())
                .hasSize(1);
        assertThat(company.server().live().campaigns().balance("spring").sent()).isEqualTo(treated);
    }

    @Test
    void codes_are_brought_in_once_each() throws Exception {
        company.plan("spring");
        var added = post(Role.MARKETER, "/campaigns/spring/codes", "pool", "spring", "codes", "A1\r\nA2\r\n\r\nA1");
        assertThat(added.body()).contains("2 new codes are in the pool spring; 1 were there already.");
        assertThat(post(Role.MARKETER, "/campaigns/spring/codes", "pool", "", "codes", "A3")
                        .statusCode())
                .isEqualTo(400);
        assertThat(company.server().live().campaigns().codes().all().getFirst().free())
                .isEqualTo(2);
    }
}
