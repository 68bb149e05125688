package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.channel.Channels;

class ChannelsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void the_rules_are_listed_changed_and_taken_back() throws IOException {
        String workspace = folder.resolve("shop").toString();
        run("init", "--workspace", workspace);
        assertThat(run("channels", "list", "--workspace", workspace).out())
                .isEqualTo(Channels.standard().toString());
        Path file = folder.resolve("rules");
        Files.writeString(file, "# ours\nfair: utm_medium = leaflet\nother: *\n");
        assertThat(run("channels", "load", file.toString(), "--workspace", workspace)
                        .out())
                .isEqualTo("Channels are named by the rules of " + file + ", 2 of them.\n");
        assertThat(run("channels", "list", "--workspace", workspace).out())
                .isEqualTo("fair: utm_medium = leaflet\nother: *\n");
        run("channels", "reset", "--workspace", workspace);
        assertThat(run("channels", "list", "--workspace", workspace).out())
                .isEqualTo(Channels.standard().toString());
    }

    @Test
    void rules_that_cannot_be_read_change_nothing() throws IOException {
        String workspace = folder.resolve("shop").toString();
        run("init", "--workspace", workspace);
        Path file = folder.resolve("rules");
        Files.writeString(file, "fair leaflet\n");
        var ran = run("channels", "load", file.toString(), "--workspace", workspace);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("Line 1: \"fair leaflet\" is no rule; write one such as \"email: utm_medium = email\"");
    }
}
