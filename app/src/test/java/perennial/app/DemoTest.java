package perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.app.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.app.MainTest.Ran;

class DemoTest {
    @TempDir
    Path folder;

    @Test
    void the_first_time_makes_a_company_and_later_ones_only_report() throws IOException {
        String demo = folder.resolve("demo").toString();
        Files.createDirectories(folder.resolve("demo.making/left-by-a-demo-that-was-cut-off"));

        Ran first = run("demo", "--workspace", demo, "--customers", "300", "--no-serve");

        assertThat(first.err())
                .startsWith("Inventing a company of 300 customers ...\nImporting its history ...\nStored ");
        assertThat(first.code()).isZero();
        assertThat(first.out().lines())
                .contains(
                        "What brings them?",
                        "Who becomes a customer?",
                        "Who is active?",
                        "Who comes, stays, goes?",
                        "Who stays?",
                        "How long does silence last?",
                        "Who of the silent comes back?",
                        "Who falls silent?",
                        "Who ends the contract?",
                        "Won back, of those who left in a month",
                        "Won back, of all who are gone",
                        "Returns beside ends")
                .anyMatch(line -> line.startsWith("In September 2026 "))
                .noneMatch(line -> line.startsWith("There is no complete month"));
        assertThat(run("demo", "--workspace", demo, "--no-serve")).isEqualTo(new Ran(0, first.out(), ""));
        assertThat(run("demo", "--workspace", demo, "--customers", "9", "--no-serve"))
                .isEqualTo(new Ran(
                        0,
                        first.out(),
                        "The company in " + demo
                                + " is there already and keeps its size; delete the folder to make another.\n"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("demo"));
        }
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws IOException {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Files.writeString(letters.resolve("dear.txt"), "Dear");
        Ran ran = run("demo", "--workspace", letters.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith(letters + " is there and is no workspace; name another place with --workspace\n");
        assertThat(letters.resolve("dear.txt")).hasContent("Dear");
    }

    @Test
    void a_company_needs_somebody() {
        Ran ran = run("demo", "--workspace", folder.resolve("none").toString(), "--customers", "0");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--customers: ");
        assertThat(folder).isEmptyDirectory();
    }
}
