package perennial.app.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import perennial.app.show.Program;
import perennial.app.show.Screen;

/// A command line with what it may know of where it was typed.
///
/// @param directory in which its files are
public record Order(Path directory, Screen screen, boolean showsProgress, Program program, List<String> arguments) {
    /// No command line is longer: the system's own limit is far below.
    private static final int MOST_BYTES = 16 << 20;

    public Order {
        arguments = List.copyOf(arguments);
    }

    void write(DataOutputStream out) throws IOException {
        text(out, directory.toString());
        out.writeInt(screen.width());
        out.writeBoolean(screen.colours());
        out.writeBoolean(showsProgress);
        text(out, program.name());
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            text(out, argument);
        }
    }

    static Order read(DataInputStream in) throws IOException {
        Path directory = Path.of(text(in));
        var screen = new Screen(in.readInt(), in.readBoolean());
        boolean showsProgress = in.readBoolean();
        var program = new Program(text(in));
        int size = in.readInt();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            arguments.add(text(in));
        }
        return new Order(directory, screen, showsProgress, program, arguments);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("A text of " + length + " bytes is no part of a command line");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
