package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;

/// What people get wrong when they start a server and make its keys is told in a sentence, and is no bug.
class ServeCommandTest {
    @TempDir
    Path folder;

    private Ran serve(String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "serve";
        all[1] = "-w";
        all[2] = folder.resolve("shop").toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return run(all);
    }

    @Test
    void a_port_that_is_taken_is_told_with_what_to_do() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(serve("--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(new Ran(
                            1,
                            "",
                            "Port " + taken.getLocalPort()
                                    + " of 127.0.0.1 cannot be opened: Address already in use. Choose another port, or"
                                    + " end the program that has this one.\n"));
        }
    }

    @Test
    void an_address_of_another_machine_is_told_with_those_there_are() {
        Ran ran = serve("--port", "0", "--address", "203.0.113.9"); // set apart for documents: it is nobody's
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("Port 0 of 203.0.113.9 cannot be opened: ")
                .endsWith(
                        " Choose an address of this machine, such as 127.0.0.1 for itself alone or 0.0.0.0 for all.\n")
                .hasLineCount(1);
    }

    @Test
    void what_is_no_port_or_no_address_is_wrong_usage() {
        Ran port = serve("--port", "99999");
        assertThat(port.code()).isEqualTo(2);
        assertThat(port.err())
                .startsWith("--port: 99999 is no port; give one from 1 to 65535, or 0 for any that is free\n");
        Ran address = serve("--address", "no address");
        assertThat(address.code()).isEqualTo(2);
        assertThat(address.err())
                .startsWith("--address: \"no address\" is no address of a machine; give one such as 127.0.0.1\n");
    }

    @Test
    void a_key_that_cannot_be_is_wrong_usage() {
        String workspace = folder.resolve("shop").toString();
        assertThat(run("init", "-w", workspace).code()).isZero();
        assertThat(run("keys", "create", "web", "--scope", "foo", "-w", workspace))
                .isEqualTo(new Ran(2, "", "\"foo\" is no scope; choose among write, read, people, sql, admin\n"));
        assertThat(run("keys", "create", " ", "-w", workspace))
                .isEqualTo(new Ran(2, "", "A key needs a name, such as website, and at least one scope\n"));
    }
}
