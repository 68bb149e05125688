package perennial.store.imports;

import java.util.ArrayList;
import java.util.List;

/// Some rows of one file after mapping: those to store, those refused, and how many the filter left out.
///
/// `file` is the place of the file in the plan; `isLast` says that it has ended.
record MappedBatch(int file, List<MappedRow> rows, List<Refusal> refusals, long filtered, long read, boolean isLast) {

    record Refusal(Reason reason, Reject reject) {}

    static MappedBatch of(int file, ResolvedPlan.Part part, List<Raw> raws, boolean isLast) {
        List<MappedRow> rows = new ArrayList<>(raws.size());
        List<Refusal> refusals = new ArrayList<>();
        long filtered = 0;
        for (Raw raw : raws) {
            try {
                var row = part.mapper().map(raw);
                if (row.isPresent()) {
                    rows.add(row.get());
                } else {
                    filtered++;
                }
            } catch (Refused refused) {
                refusals.add(
                        new Refusal(refused.reason(), refused.at(part.path().toString(), raw.line())));
            }
        }
        return new MappedBatch(file, rows, refusals, filtered, raws.size(), isLast);
    }
}
