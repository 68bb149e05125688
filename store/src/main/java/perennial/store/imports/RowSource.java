package perennial.store.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// The rows of one file, in order.
interface RowSource extends Closeable {
    /// Adds up to `most` rows; false when the file has ended.
    boolean read(List<Raw> rows, int most) throws IOException;

    /// Bytes of the file read so far.
    long bytesRead();
}
