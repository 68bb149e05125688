package perennial.core.answer;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the shards of a history counted, box by box: the mergeable part of most questions. Exact and independent of
/// order, so that threads, shards and machines agree to the last digit.
///
/// Beside its boxes it has histograms, for medians, and parts of the same kind under labels of the question's own, such
/// as the reasons of a cancel.
public final class Counts {
    private final String label;
    private final long[] boxes;
    private final Histogram[] histograms;
    private final SortedMap<String, Counts> parts = new TreeMap<>();

    private Counts(String label, long[] boxes, int histograms) {
        this.label = label;
        this.boxes = boxes;
        this.histograms = new Histogram[histograms];
        for (int i = 0; i < histograms; i++) {
            this.histograms[i] = new Histogram();
        }
    }

    /// Counts of these numbers.
    public Counts(long... boxes) {
        this("", boxes, 0);
    }

    public static Counts empty(int boxes, int histograms) {
        return new Counts("", new long[boxes], histograms);
    }

    /// Adds another part to this one.
    public void add(Counts other) {
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] += other.boxes[i];
        }
        for (int i = 0; i < histograms.length; i++) {
            histograms[i].add(other.histograms[i]);
        }
        other.parts.forEach((part, counts) -> under(part).add(counts));
    }

    /// The part under a label, which is made if it is not there.
    public Counts under(String part) {
        return parts.computeIfAbsent(part, name -> new Counts(name, new long[boxes.length], histograms.length));
    }

    /// The parts by label.
    public SortedMap<String, Counts> parts() {
        return Collections.unmodifiableSortedMap(parts);
    }

    /// The label these counts stand under, empty for the whole.
    public String label() {
        return label;
    }

    /// The boxes themselves, to count in.
    public long[] boxes() {
        return boxes;
    }

    public long of(int box) {
        return boxes[box];
    }

    public long sum(int... some) {
        long sum = 0;
        for (int box : some) {
            sum += boxes[box];
        }
        return sum;
    }

    public Histogram histogram(int number) {
        return histograms[number];
    }

    /// The middle of what was measured; empty if nothing was.
    public OptionalDouble median(int histogram) {
        return histograms[histogram].median();
    }
}
