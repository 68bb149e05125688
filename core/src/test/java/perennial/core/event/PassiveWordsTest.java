package perennial.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PassiveWordsTest {
    @Test
    void what_is_done_to_the_customer_is_told_from_what_it_does_however_the_name_is_written() {
        assertThat(Stream.of(
                        "Email Sent", "email_sent", "emailSent", "push-delivered", "InvoiceCreated", "payment failed"))
                .allSatisfy(name -> assertThat(PassiveWords.in(name)).isPresent());
        assertThat(Stream.of("Signed Up", "Email Opened", "presented", "Order Completed", "essentials viewed", ""))
                .allSatisfy(name -> assertThat(PassiveWords.in(name)).isEmpty());
    }

    @Test
    void most_names_that_are_passive_by_default_would_be_suggested_too() {
        long suggested = StandardNames.PASSIVE.stream()
                .filter(name -> PassiveWords.in(name).isPresent())
                .count();
        assertThat(suggested).isGreaterThan(StandardNames.PASSIVE.size() * 3L / 4);
    }
}
