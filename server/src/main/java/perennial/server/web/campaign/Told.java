package perennial.server.web.campaign;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.DoubleFunction;
import perennial.core.experiment.Estimate;
import perennial.server.web.Figures;

/// An estimate as pages tell it: the number, and the interval it likely lies in.
///
/// @param tone `better` or `worse` where the interval is clear of zero; empty inside the noise
public record Told(String value, String interval, String tone) {

    static Told points(Estimate difference) {
        return of(difference, Figures::points, end -> Figures.points(end).replace(" pts", ""));
    }

    static Told customers(Estimate customers) {
        return of(customers, number -> Figures.change(Math.round(number)));
    }

    static Told money(Estimate amount, Currency currency) {
        return of(amount, number -> Figures.shortMoney(BigDecimal.valueOf(number), currency));
    }

    /// What comes back for each unit of money: its sign says whether it was a loss.
    static Told times(Estimate ratio, Currency currency) {
        return of(ratio, number -> Figures.money(BigDecimal.valueOf(number), currency));
    }

    private static Told of(Estimate estimate, DoubleFunction<String> text) {
        return of(estimate, text, text);
    }

    private static Told of(Estimate estimate, DoubleFunction<String> text, DoubleFunction<String> bound) {
        return new Told(
                text.apply(estimate.value()),
                bound(estimate.low(), bound) + " to " + bound(estimate.high(), bound),
                estimate.excludes(0) ? estimate.value() > 0 ? "better" : "worse" : "");
    }

    private static String bound(double end, DoubleFunction<String> text) {
        return Double.isInfinite(end) ? "any" : text.apply(end);
    }
}
