package perennial.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventNamesTest {
    private static final EventNames MERGED =
            EventNames.AS_SENT.rename("order", "Order Completed").rename("purchase", "Order Completed");

    @Test
    void several_old_names_may_get_the_same_new_one() {
        assertThat(MERGED.current("order")).isEqualTo("Order Completed");
        assertThat(MERGED.current("purchase")).isEqualTo("Order Completed");
        assertThat(MERGED.current("Opened")).isEqualTo("Opened");
    }

    @Test
    void what_is_renamed_again_takes_all_its_old_names_along_and_gives_them_back() {
        EventNames again = MERGED.rename("Order Completed", "Bought");
        assertThat(again.resolved())
                .containsEntry("order", "Bought")
                .containsEntry("purchase", "Bought")
                .containsEntry("Order Completed", "Bought");
        assertThat(again.restore("Order Completed")).isEqualTo(MERGED);
        assertThat(again.restore("order").current("order")).isEqualTo("order");
    }

    @Test
    void names_never_go_round_in_a_circle() {
        assertThatThrownBy(() -> MERGED.rename("Order Completed", "order"))
                .isInstanceOf(BadName.class)
                .hasMessage("\"order\" is called \"Order Completed\" now, so \"Order Completed\" cannot be called that;"
                        + " restore it first");
        assertThatThrownBy(() -> MERGED.rename("Opened", " Opened "))
                .hasMessage(
                        "\"Opened\" is called \"Opened\" now, so \"Opened\" cannot be called that; give another name");
    }

    @Test
    void what_cannot_be_said_is_refused_with_the_fix() {
        assertThatThrownBy(() -> MERGED.rename("order", "Bought"))
                .hasMessage(
                        "\"order\" is called \"Order Completed\" already; rename that one, or restore \"order\" first");
        assertThatThrownBy(() -> MERGED.rename("Opened", " "))
                .hasMessage("The new name of \"Opened\" is empty; give it at least one letter");
        assertThatThrownBy(() -> MERGED.restore("Opened"))
                .hasMessage("\"Opened\" is not renamed; renamed are: order, purchase");
    }

    @Test
    void a_hidden_name_is_shown_again() {
        assertThat(MERGED.hide("Opened", true).hidden()).containsExactly("Opened");
        assertThat(MERGED.hide("Opened", true).hide("Opened", false)).isEqualTo(MERGED);
    }
}
