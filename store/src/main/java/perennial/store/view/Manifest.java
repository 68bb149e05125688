package perennial.store.view;

import java.util.List;
import java.util.Map;

/// What a view on disk says of itself.
///
/// @param format version of the layout; another version is rebuilt
/// @param lastSeq how far the log went when it was built
/// @param generation how often rows had been taken from the log
/// @param newest time of the newest event in milliseconds, -1 without any
/// @param zone of the local days
/// @param passive event names that are no activity
/// @param names event names by code
/// @param known how many owners are of the first kind
/// @param spans first and last event time of the owners of the first kind, then of all; empty without events
/// @param days where the block of each shard's days begins, and where the last ends
/// @param checks by file, its length and CRC-32C
record Manifest(
        int format,
        long lastSeq,
        long generation,
        long newest,
        String zone,
        List<String> passive,
        List<String> names,
        int known,
        int owners,
        List<List<Long>> spans,
        List<Long> days,
        Map<String, Check> checks) {
    static final int FORMAT = 4;

    /// Length and CRC-32C of a file.
    record Check(long length, long crc) {}
}
