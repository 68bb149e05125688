package perennial.app.show;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The program under the name it was called by, so that a command it advises can be typed as it stands.
public record Program(String name) {
    /// The name where nothing tells another.
    public static final Program PERENNIAL = new Program("perennial");

    /// A command of the program, as a shell reads it.
    public String command(String... words) {
        return quoted(name)
                + Arrays.stream(words).map(word -> " " + quoted(word)).collect(Collectors.joining());
    }

    /// What is said where there is nothing to answer from.
    public String noEvents(Path workspace) {
        return "There are no events yet. Bring some in with: "
                + command("import", "FILE", "--workspace", workspace.toString());
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
