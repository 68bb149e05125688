package perennial.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.show.Program;
import perennial.app.show.Screen;

class ControlTest {
    private static final Order ORDER = new Order(
            Path.of("/somewhere"),
            new Screen(72, true),
            true,
            new Program("bin/p"),
            List.of("ask", "what?", "", "é𝄞"));

    @TempDir
    Path workspace;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Optional<Control> control = Optional.empty();

    private void listen(Control.Runner runner) {
        control = Optional.of(Control.open(workspace, runner));
    }

    @AfterEach
    void close() {
        control.ifPresent(Control::close);
    }

    private int run() {
        return Served.at(workspace).orElseThrow().run(ORDER, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void the_server_is_told_the_command_line_and_where_it_was_typed() {
        var seen = new AtomicReference<>(Optional.<Order>empty());
        listen((order, to, errors) -> {
            seen.set(Optional.of(order));
            return 2;
        });
        assertThat(run()).isEqualTo(2);
        assertThat(seen.get()).contains(ORDER);
    }

    @Test
    void what_a_command_prints_comes_back_whole_whatever_its_size() {
        String text = IntStream.range(0, 50_000).mapToObj(i -> "é𝄞" + i).collect(Collectors.joining("\n"));
        listen((order, to, errors) -> {
            to.print(text);
            errors.println("soon");
            return 0;
        });
        assertThat(run()).isZero();
        assertThat(out).hasToString(text);
        assertThat(err).hasToString("soon\n");
    }

    @Test
    void what_a_command_prints_comes_back_while_it_runs() throws IOException {
        var goesOn = new CountDownLatch(1);
        var shown = new PipedWriter();
        listen((order, to, errors) -> {
            errors.println("half");
            await(goesOn);
            return 0;
        });
        try (var reader = new BufferedReader(new PipedReader(shown))) {
            var code = CompletableFuture.supplyAsync(
                    () -> Served.at(workspace).orElseThrow().run(ORDER, new PrintWriter(out), new PrintWriter(shown)));
            assertThat(reader.readLine()).isEqualTo("half");
            goesOn.countDown();
            assertThat(code.join()).isZero();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void a_command_whose_asker_is_gone_is_interrupted() throws IOException {
        var began = new CountDownLatch(1);
        var ended = new CompletableFuture<Boolean>();
        listen((order, to, errors) -> {
            began.countDown();
            ended.complete(await(new CountDownLatch(1)));
            return 0;
        });
        try (var asker = SocketChannel.open(UnixDomainSocketAddress.of(Served.socket(workspace)))) {
            ORDER.write(new DataOutputStream(Channels.newOutputStream(asker)));
            await(began);
        }
        assertThat(ended.join()).isFalse();
    }

    @Test
    void a_server_that_stops_ends_its_commands_and_the_asker_is_told() {
        var began = new CountDownLatch(1);
        listen((order, to, errors) -> {
            began.countDown();
            await(new CountDownLatch(1));
            return 0;
        });
        var code = CompletableFuture.supplyAsync(this::run);
        await(began);
        close();
        assertThat(code.join()).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        "The server on workspace " + workspace + " stopped before the command was done. What it had"
                                + " committed stays; look at it before you do it again.\n");
    }

    @Test
    void a_socket_that_a_killed_server_left_behind_serves_nobody_and_is_replaced() throws IOException {
        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(Served.socket(workspace)));
        }
        assertThat(Served.socket(workspace)).exists();
        assertThat(Served.at(workspace)).isEmpty();
        listen((order, to, errors) -> 7);
        assertThat(run()).isEqualTo(7);
    }
}
