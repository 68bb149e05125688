package perennial.server.web.overview;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.server.web.Figures;
import perennial.server.web.report.Sentence;

/// What the overview says first: how many leave and how many of those return, else how many are active.
final class Lead {
    private Lead() {}

    static Sentence of(Map<Kpi, Measured> measured) {
        Optional<String> left = said(measured, Kpi.CHURN, "of paying customers left");
        Optional<String> active = said(measured, Kpi.ACTIVE, "were active");
        Optional<String> back = wonBack(measured);
        return Sentence.of(left.or(() -> active)
                .map(first -> first + back.map(" "::concat).orElse(""))
                .orElse("No period of the data is over yet, so there is nothing to conclude."));
    }

    private static Optional<String> said(Map<Kpi, Measured> all, Kpi kpi, String words) {
        return Optional.ofNullable(all.get(kpi))
                .filter(each -> each.value().isPresent())
                .map(each -> "*" + each.text(each.value().getAsDouble()) + "* " + words + " "
                        + Figures.during(each.label(each.last().orElseThrow()), each.every()) + moved(each) + ".");
    }

    private static String moved(Measured each) {
        OptionalDouble change = each.change();
        if (change.isEmpty()) {
            return "";
        }
        String before = " the " + each.every() + " before";
        return each.verdict(change.getAsDouble()) == Measured.Verdict.NOISE
                ? ", about the same as" + before
                : ", *" + each.size(change.getAsDouble()) + "* "
                        + (change.getAsDouble() > 0 ? "more" : each.kpi().isCount() ? "fewer" : "less") + " than"
                        + before;
    }

    private static Optional<String> wonBack(Map<Kpi, Measured> all) {
        return Optional.ofNullable(all.get(Kpi.WON_BACK))
                .filter(each -> each.value().isPresent())
                .map(each -> "Of those who left "
                        + Figures.during(each.label(each.last().orElseThrow()), each.every()) + ", *"
                        + each.text(each.value().getAsDouble()) + "* came back within 90 days.");
    }
}
