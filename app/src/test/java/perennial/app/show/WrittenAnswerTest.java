package perennial.app.show;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.show.HandMade.active;
import static perennial.app.show.HandMade.answer;
import static perennial.app.show.HandMade.back;
import static perennial.core.answer.State.COMPLETE;
import static perennial.core.answer.State.NOT_YET;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.customer.Owner;
import perennial.core.customer.Owner.Kind;
import perennial.core.question.Asked;
import perennial.core.question.People;
import perennial.store.answer.CsvAnswer;
import perennial.store.answer.JsonAnswer;

class WrittenAnswerTest {
    private static final Row JANUARY =
            back("2026-01-01", 8, 8, COMPLETE).withFirst("group", new Cell.Key("=2+3, \"odd\""));
    private static final Row APRIL = back("2026-04-01", 0, 0, NOT_YET).withFirst("group", new Cell.Key("shop"));
    private static final Asked ANSWER = answer("reactivation", JANUARY, APRIL);

    @Test
    void json_is_one_object_with_exact_names_and_null_for_what_is_not_known() {
        var out = new StringWriter();
        JsonAnswer.write(ANSWER, out);
        assertThat(out)
                .hasToString("{\"question\":\"reactivation\",\"parameters\":{\"every\":\"month\",\"unit\":\"user\"},"
                        + "\"rules\":[\"Active means any event but the passive ones.\",\"Periods are local calendar months.\"],"
                        + "\"zone\":\"Europe/Berlin\",\"asOf\":\"2026-03-15T23:00:00Z\",\"rows\":["
                        + "{\"group\":\"=2+3, \\\"odd\\\"\",\"period\":\"2026-01-01\",\"inactive\":8,\"reactivated\":8,"
                        + "\"value\":1.0,\"low\":0.6755924351161198,\"high\":1.0,\"state\":\"complete\"},"
                        + "{\"group\":\"shop\",\"period\":\"2026-04-01\",\"inactive\":0,\"reactivated\":0,"
                        + "\"value\":null,\"low\":null,\"high\":null,\"state\":\"not_yet\"}]}\n");
    }

    @Test
    void csv_quotes_what_it_must_and_disarms_formulas() {
        var out = new StringWriter();
        CsvAnswer.write(ANSWER.rows(), out);
        assertThat(out)
                .hasToString("group,period,inactive,reactivated,value,low,high,state\r\n"
                        + "\"'=2+3, \"\"odd\"\"\",2026-01-01,8,8,1.0,0.6755924351161198,1.0,complete\r\n"
                        + "shop,2026-04-01,0,0,,,,not_yet\r\n");
    }

    @Test
    void the_group_without_a_value_is_null_and_empty() {
        Asked asked = answer("active-users", active("2026-01-01", 5, COMPLETE).withFirst("group", new Cell.NoKey()));
        var json = new StringWriter();
        JsonAnswer.write(asked, json);
        assertThat(json.toString()).contains("{\"group\":null,\"period\":\"2026-01-01\"");
        var csv = new StringWriter();
        CsvAnswer.write(asked.rows(), csv);
        assertThat(csv).hasToString("group,period,customers,state\r\n,2026-01-01,5,complete\r\n");
    }

    @Test
    void the_people_of_a_cell_are_ids_as_sent_and_what_they_are_ids_of() {
        var owners = List.of(new Owner(Kind.USER, "-7"), new Owner(Kind.VISITOR, "-7"));
        var people = new People(answer("reactivation", APRIL), APRIL, "reactivated", 2, owners);
        var json = new StringWriter();
        JsonAnswer.write(people, json);
        assertThat(json)
                .hasToString("{\"question\":\"reactivation\",\"parameters\":{\"every\":\"month\",\"unit\":\"user\"},"
                        + "\"rules\":[\"Active means any event but the passive ones.\",\"Periods are local calendar months.\"],"
                        + "\"zone\":\"Europe/Berlin\",\"asOf\":\"2026-03-15T23:00:00Z\",\"row\":{\"group\":\"shop\","
                        + "\"period\":\"2026-04-01\",\"inactive\":0,\"reactivated\":0,\"value\":null,\"low\":null,"
                        + "\"high\":null,\"state\":\"not_yet\"},\"count\":\"reactivated\",\"customers\":[{\"kind\":\"user\",\"id\":\"-7\"},"
                        + "{\"kind\":\"visitor\",\"id\":\"-7\"}]}\n");
        var csv = new StringWriter();
        CsvAnswer.write(people, csv);
        assertThat(csv).hasToString("kind,id\r\nuser,-7\r\nvisitor,-7\r\n");
    }
}
