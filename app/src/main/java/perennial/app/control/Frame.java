package perennial.app.control;

import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/// What comes back from a command, piece by piece as it prints.
///
/// | byte | then |
/// |---|---|
/// | `OUT`, `ERR` | how many characters as an int, and these in UTF-16: a piece may end anywhere |
/// | `EXIT` | the exit code as an int; nothing follows |
sealed interface Frame {
    byte OUT = 1;
    byte ERR = 2;
    byte EXIT = 3;

    /// Text for standard output.
    record Out(String text) implements Frame {}

    /// Text for standard error.
    record Err(String text) implements Frame {}

    /// The end.
    record Exit(int code) implements Frame {}

    static Frame read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        int number = in.readInt();
        return switch (kind) {
            case OUT -> new Out(text(in, number));
            case ERR -> new Err(text(in, number));
            case EXIT -> new Exit(number);
            default -> throw new IOException("No answer of a command begins with " + kind);
        };
    }

    private static String text(DataInputStream in, int length) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }

    static void exit(DataOutputStream out, int code) throws IOException {
        synchronized (out) {
            out.writeByte(EXIT);
            out.writeInt(code);
            out.flush();
        }
    }

    /// A writer whose text goes out in frames of this kind; it may be used beside another on the same stream.
    static PrintWriter writer(DataOutputStream out, byte kind) {
        return new PrintWriter(
                new BufferedWriter(new Writer() {
                    @Override
                    public void write(char[] text, int offset, int length) throws IOException {
                        synchronized (out) {
                            out.writeByte(kind);
                            out.writeInt(length);
                            out.writeChars(new String(text, offset, length));
                        }
                    }

                    @Override
                    public void flush() throws IOException {
                        synchronized (out) {
                            out.flush();
                        }
                    }

                    @Override
                    public void close() {
                        // the connection is its maker's
                    }
                }),
                kind == ERR);
    }
}
