package perennial.store.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/// Reads UTF-8 that may be damaged, without losing the rows around the damage and without ever holding a long line.
///
/// What cannot be text becomes a sign that valid UTF-8 never decodes to, a low surrogate without its high
/// one, so that the row can be refused where it stands: a byte that is no UTF-8 becomes U+DC00 + byte; the
/// rest of a line longer than [#LONGEST_LINE] becomes [#CUT], and a quote if the dropped part held an odd
/// number of them, so that the quotes of the rows behind still pair. NUL stays. A byte order mark at the
/// start is dropped.
final class TextReader extends Reader {
    /// In characters. No event is near it; a file in another format, or without line ends, is.
    static final int LONGEST_LINE = 1_000_000;

    static final char CUT = '\uDFFF';

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 16];
    private int at;
    private int end;
    private boolean isAtEnd;
    private boolean isDamaged;
    private int lineLength;
    private int quotesDropped;
    private char last;
    private int pending = -1;

    TextReader(InputStream in) throws IOException {
        this.in = in;
        require(4);
        if (end - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF) {
            at += 3;
        } else if (end - at >= 2
                && (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) 0xFE
                        || bytes[at] == (byte) 0xFE && bytes[at + 1] == (byte) 0xFF)) {
            throw new Utf16Exception();
        }
    }

    /// The file is written in UTF-16.
    static final class Utf16Exception extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Whether anything read so far was no text; rows need to be searched for it only then.
    boolean isDamaged() {
        return isDamaged;
    }

    /// The last sign read that was no line end; the quote that closes a file's last cell, if there is one.
    char last() {
        return last;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        int out = offset;
        int stop = offset + length;
        while (out < stop) {
            if (pending >= 0) {
                to[out++] = (char) pending;
                pending = -1;
                continue;
            }
            if (at == end && !require(1)) {
                break;
            }
            out = plain(to, out, stop);
            if (out == stop || at == end) {
                continue;
            }
            byte next = bytes[at];
            if (next >= 0) {
                at++;
                if (next == '\n' || next == '\r') {
                    if (lineLength > LONGEST_LINE && quotesDropped % 2 == 1) {
                        to[out++] = '"';
                        pending = next;
                    } else {
                        to[out++] = (char) next;
                    }
                    lineLength = 0;
                    quotesDropped = 0;
                } else if (lineLength < LONGEST_LINE) {
                    lineLength++;
                    isDamaged |= next == 0;
                    last = (char) next;
                    to[out++] = (char) next;
                } else {
                    out = drop((char) next, to, out);
                }
            } else {
                int sign = decode();
                if (lineLength >= LONGEST_LINE) {
                    out = drop('?', to, out);
                } else {
                    lineLength++;
                    last = '?';
                    if (sign < 0x10000) {
                        to[out++] = (char) sign;
                    } else {
                        to[out++] = Character.highSurrogate(sign);
                        pending = Character.lowSurrogate(sign);
                    }
                }
            }
        }
        return out == offset && length > 0 ? -1 : out - offset;
    }

    /// Copies signs of ASCII up to the next line end or anything special: nearly all there is.
    private int plain(char[] to, int out, int stop) {
        int most = Math.min(Math.min(stop - out, end - at), LONGEST_LINE - lineLength);
        int i = 0;
        while (i < most && bytes[at + i] >= ' ') {
            to[out + i] = (char) bytes[at + i];
            i++;
        }
        if (i > 0) {
            last = to[out + i - 1];
            lineLength += i;
            at += i;
        }
        return out + i;
    }

    private int drop(char sign, char[] to, int out) {
        if (sign == '"') {
            quotesDropped++;
        }
        last = sign;
        if (lineLength > LONGEST_LINE) {
            return out;
        }
        lineLength++;
        isDamaged = true;
        to[out] = CUT;
        return out + 1;
    }

    /// The code point at `at`, or U+DC00 + byte if there is none; moves behind it.
    private int decode() throws IOException {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
        if (length == 1 || first > 0xF4 || !require(length)) {
            return damaged(first);
        }
        int sign = first & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            int more = bytes[at + i] & 0xFF;
            if ((more & 0xC0) != 0x80) {
                return damaged(first);
            }
            sign = sign << 6 | more & 0x3F;
        }
        boolean isOverlong = length == 3 && sign < 0x800 || length == 4 && sign < 0x10000;
        if (isOverlong || sign > 0x10FFFF || sign >= 0xD800 && sign <= 0xDFFF) {
            return damaged(first);
        }
        at += length;
        return sign;
    }

    private int damaged(int value) {
        at++;
        isDamaged = true;
        return 0xDC00 + value;
    }

    /// Makes `count` bytes available from `at` on; false if the file ends before.
    private boolean require(int count) throws IOException {
        while (end - at < count && !isAtEnd) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
            int read = in.read(bytes, end, bytes.length - end);
            if (read < 0) {
                isAtEnd = true;
            } else {
                end += read;
            }
        }
        return end - at >= count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
