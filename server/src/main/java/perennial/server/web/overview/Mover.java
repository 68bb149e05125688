package perennial.server.web.overview;

import java.util.Optional;
import java.util.OptionalDouble;
import perennial.core.answer.Row;

/// What one group of customers did to a number: by how much the number would have moved less had the group not moved.
///
/// Of a share of everybody, a group's part is its own hits by everybody, so that the parts of the values of one trait
/// add up to the whole. The interval takes the two periods for two samples, and a count for one of Poisson; who is in
/// both periods makes it too wide rather than too narrow.
///
/// @param segment the saved segment that the group is
/// @param size how many were in it in the last period
/// @param before its own number in the period before, `now` in the last one
/// @param moved its part of the whole change; `give` how far chance may reach to each side
record Mover(String title, Optional<String> segment, long size, String before, String now, double moved, double give) {
    /// The quantile of the standard normal distribution for 95% of [Movers#GROUPS] intervals together (Bonferroni).
    private static final double Z = 3.0781;

    /// How often a share's event happened in a group, of how many in all.
    private record Hits(long hits, long of) {
        double share() {
            return of == 0 ? 0 : (double) hits / of;
        }

        double variance() {
            return of == 0 ? 0 : share() * (1 - share()) / of;
        }
    }

    static Mover of(Measured whole, String title, Optional<String> segment, Row before, Row last) {
        if (whole.kpi().isCount()) {
            double then = whole.value(before).orElse(0);
            double now = whole.value(last).orElse(0);
            return new Mover(
                    title,
                    segment,
                    Math.round(now),
                    text(whole, before),
                    text(whole, last),
                    now - then,
                    Z * Math.sqrt(then + now));
        }
        Hits then = hits(whole, before, whole.before().orElseThrow());
        Hits now = hits(whole, last, whole.last().orElseThrow());
        return new Mover(
                title,
                segment,
                whole.kpi().base(last),
                text(whole, before),
                text(whole, last),
                now.share() - then.share(),
                Z * Math.sqrt(now.variance() + then.variance()));
    }

    private static Hits hits(Measured whole, Row group, Row all) {
        double share = whole.value(group).orElse(0);
        return new Hits(Math.round(share * whole.kpi().base(group)), whole.kpi().base(all));
    }

    private static String text(Measured whole, Row row) {
        OptionalDouble value = whole.value(row);
        return value.isPresent() ? whole.text(value.getAsDouble()) : "–";
    }

    /// Whether chance may have done it.
    boolean isNoise() {
        return moved == 0 || Math.abs(moved) <= give;
    }
}
