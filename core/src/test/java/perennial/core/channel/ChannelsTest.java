package perennial.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            MEDIUM   | SOURCE   | CAMPAIGN        | REFERRER                       | CHANNEL
            cpc      | google   | spring shopping |                                | paid shopping
            CPC      | Google   |                 |                                | paid search
            paid     | TikTok   |                 |                                | paid social
            paid     |          |                 | https://www.youtube.com/       | paid video
            cpm      | a-paper  |                 |                                | display
            cpa      | a-paper  |                 |                                | paid other
                     |          |                 | https://mail.google.com/       | email
            sms      |          |                 |                                | sms
                     | push     |                 |                                | push
            partner  | seedshop |                 |                                | affiliate
            podcast  |          |                 |                                | audio
                     |          |                 | https://www.etsy.com/          | organic shopping
                     | vimeo    |                 |                                | organic video
                     |          |                 | https://t.co/abc               | organic social
                     |          |                 | https://www.google.de/         | organic search
                     |          |                 | https://garden.example/        | referral
            leaflet  | fair     |                 |                                | other
                     |          |                 | $direct                        | direct
                     |          |                 |                                | direct
            """)
    void the_standard_rules_name(String medium, String source, String campaign, String referrer, String channel) {
        Map<String, Optional<String>> values = Map.of(
                "utm_medium", Optional.ofNullable(medium),
                "utm_source", Optional.ofNullable(source),
                "utm_campaign", Optional.ofNullable(campaign),
                "referrer", Optional.ofNullable(referrer));
        assertThat(Channels.standard().of(name -> values.getOrDefault(name, Optional.empty())))
                .isEqualTo(channel);
    }

    @Test
    void the_first_rule_wins_and_what_none_names_has_no_name() {
        var channels = Channels.parse("# ours\n\nfair: utm_medium = Leaflet\nprint: utm_medium in (leaflet, poster)\n");
        assertThat(channels.of(name -> Optional.of("LEAFLET"))).isEqualTo("fair");
        assertThat(channels.of(name -> Optional.of("poster"))).isEqualTo("print");
        assertThat(channels.of(name -> Optional.empty())).isEqualTo(Channels.UNNAMED);
    }

    @Test
    void what_is_written_is_read_back() {
        assertThat(Channels.parse(Channels.standard().toString())).isEqualTo(Channels.standard());
    }

    @Test
    void a_line_that_is_no_rule_is_told_with_its_number() {
        assertThatThrownBy(() -> Channels.parse("direct: *\nnonsense"))
                .hasMessage("Line 2: \"nonsense\" is no rule; write one such as \"email: utm_medium = email\"");
        assertThatThrownBy(() -> Channels.parse("email: utm_medium ="))
                .hasMessageStartingWith("Line 1: Expected a value at position 13");
        assertThatThrownBy(() -> Channels.parse("# nothing"))
                .hasMessage("Line 1: there is no rule; give at least one, such as \"direct: *\"");
    }
}
