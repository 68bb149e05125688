package perennial.server.web.overview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.server.web.builder.SegmentAddress;

/// What changed of one number, and for whom.
///
/// @param finding by how much it moved, and whether that means something
/// @param before the period before, `now` the last one
/// @param unit of a part of the change
/// @param tabs the same about the other numbers
public record ChangesView(
        Page page,
        String title,
        String finding,
        String before,
        String now,
        List<Line> lines,
        String unit,
        List<Tab> tabs) {

    /// @param isOpen whether it is shown
    public record Tab(String title, String address, boolean isOpen) {}

    /// A group.
    ///
    /// @param address of the segment it is
    /// @param verdict as its class says: `better`, `worse` or `noise`; `words` says the same
    public record Line(
            String title,
            Optional<String> address,
            String size,
            String before,
            String now,
            String moved,
            String verdict,
            String words,
            Bar bar) {

        static Line of(Measured whole, Mover mover, double scale) {
            Measured.Verdict verdict = mover.isNoise()
                    ? Measured.Verdict.NOISE
                    : mover.moved() > 0 == whole.kpi().isLessBetter()
                            ? Measured.Verdict.WORSE
                            : Measured.Verdict.BETTER;
            return new Line(
                    mover.title(),
                    mover.segment().map(SegmentAddress::of),
                    Figures.whole(mover.size()),
                    mover.before(),
                    mover.now(),
                    whole.signed(mover.moved()),
                    verdict.name().toLowerCase(Locale.ROOT),
                    verdict.words(),
                    Bar.of(mover, scale));
        }
    }

    /// A part as a bar from the middle of a box of [#WIDTH], with its interval as a line.
    public record Bar(String x, String width, String low, String high) {
        public static final int WIDTH = 160;

        static Bar of(Mover mover, double scale) {
            double unit = scale == 0 ? 0 : WIDTH / 2.0 / scale;
            double end = mover.moved() * unit;
            return new Bar(
                    place(Math.min(0, end)),
                    String.format(Locale.ROOT, "%.1f", Math.abs(end)),
                    place(end - mover.give() * unit),
                    place(end + mover.give() * unit));
        }

        private static String place(double fromMiddle) {
            return String.format(Locale.ROOT, "%.1f", WIDTH / 2.0 + fromMiddle);
        }
    }
}
