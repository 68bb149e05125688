package perennial.server.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.catalogue.Catalogue;
import perennial.core.customer.Owner;
import perennial.core.question.People;
import perennial.core.segment.Segment;
import perennial.server.web.Browser;
import perennial.store.access.Role;
import perennial.store.answer.Answers;

class BehindTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Answers answers() {
        return BROWSER.server().live().answers();
    }

    private static Optional<Segment> segment(String question, String parameters, String cell) {
        Map<String, List<String>> given = new java.util.TreeMap<>();
        for (String each : parameters.split("&")) {
            String[] pair = each.split("=", 2);
            given.put(pair[0], List.of(pair[1]));
        }
        given.put("who", List.of(cell));
        Inquiry inquiry = Inquiry.of(Catalogue.named(question), given);
        People people = answers().who(inquiry.kind(), inquiry.options(), cell);
        assertThat(people.owners()).isNotEmpty();
        Optional<Segment> segment = Behind.of(inquiry, people, answers());
        segment.ifPresent(said -> {
            Set<Owner> members = new HashSet<>();
            answers()
                    .members("(" + said + ")", inquiry.kind().unit(inquiry.options()), Optional.empty())
                    .members()
                    .forEachRemaining(member -> members.add(member.owner()));
            assertThat(members).isEqualTo(Set.copyOf(people.owners()));
        });
        return segment;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            active-users | every=month&from=2026-06-01 | period=2026-08-01,customers    | did "*" from 2026-08-01 until 2026-09-01
            active-users | every=week&from=2026-06-01&event=Order Completed[value > 20] | period=2026-08-03,customers | did "Order Completed[value > 20]" from 2026-08-03 until 2026-08-10
            active-users | every=month&from=2026-06-01&segment=country = DE | period=2026-08-01,customers | did "*" from 2026-08-01 until 2026-09-01 and country = DE
            acquisition  | every=month&from=2026-06-01 | period=2026-08-01,new          | first did "*" from 2026-08-01 until 2026-09-01
            lifecycle    | every=month&from=2026-06-01 | period=2026-08-01,returning    | did "*" from 2026-07-01 until 2026-08-01 and did "*" from 2026-08-01 until 2026-09-01
            lifecycle    | every=month&from=2026-06-01 | period=2026-08-01,dormant      | did "*" from 2026-07-01 until 2026-08-01 and not did "*" from 2026-08-01 until 2026-09-01
            lifecycle    | every=month&from=2026-06-01 | period=2026-08-01,reactivated  | did "*" from 2026-08-01 until 2026-09-01 and not did "*" from 2026-07-01 until 2026-08-01 and did "*" before 2026-07-01
            reactivation | every=month&from=2026-06-01 | period=2026-08-01,reactivated  | did "*" from 2026-08-01 until 2026-09-01 and not did "*" from 2026-07-02 until 2026-08-01 and did "*" before 2026-07-02
            winback      | every=month&from=2026-04-01 | period=2026-05-01,ended        | life ended from 2026-05-01 until 2026-06-01
            retention    | every=month&from=2026-06-01 | cohort=2026-07-01,n=1,returned | first did "*" from 2026-07-01 until 2026-08-01 and did "*" from 2026-08-01 until 2026-09-01
            """)
    void what_the_language_can_say_becomes_a_segment_of_exactly_these_people(
            String question, String parameters, String cell, String expected) {
        assertThat(segment(question, parameters, cell).map(Segment::toString)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            active-users | every=month&from=2026-06-01&rolling=7  | period=2026-08-01,customers
            retention    | every=month&from=2026-06-01&rule=on-or-after | cohort=2026-06-01,n=1,returned
            winback      | every=month&from=2026-04-01 | period=2026-05-01,won_back
            """)
    void what_it_cannot_say_becomes_none_rather_than_a_wrong_one(String question, String parameters, String cell) {
        assertThat(segment(question, parameters, cell)).isEmpty();
    }

    @Test
    void the_panel_leads_to_the_segment_that_is_not_saved_yet() throws Exception {
        String[] analyst = BROWSER.server().browser(Role.ANALYST);
        String report = "/reports/active-users?every=month&from=2026-06-01&who=period%3D2026-08-01%2Ccustomers";
        String page = BROWSER.server().get(report, analyst).body();
        assertThat(page).contains("href=\"/segments/new?name=&amp;segment=did%20%22*%22%20from%202026-08-01");
        assertThat(BROWSER.server()
                        .get(report.replace("every=month", "every=month&rolling=7"), analyst)
                        .body())
                .contains("No segment says exactly who these are")
                .doesNotContain("Save as segment");
        assertThat(BROWSER.server()
                        .get(report, BROWSER.server().browser(Role.VIEWER))
                        .statusCode())
                .isEqualTo(403);
    }
}
