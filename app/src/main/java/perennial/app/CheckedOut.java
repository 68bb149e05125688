package perennial.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/// What a command prints to, telling when it cannot: a [PrintWriter] keeps that to itself. Not closed.
final class CheckedOut extends Writer {
    private final PrintWriter out;

    CheckedOut(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        out.write(text, from, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        check();
    }

    private void check() throws IOException {
        if (out.checkError()) {
            throw new IOException("What is printed cannot be written");
        }
    }

    @Override
    public void close() {}
}
