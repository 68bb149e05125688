package perennial.core.campaign;

import java.util.Optional;
import perennial.core.answer.Share;
import perennial.core.experiment.ConfidenceSequence;
import perennial.core.experiment.Estimate;
import perennial.core.experiment.Level;
import perennial.core.experiment.TwoMeans;
import perennial.core.experiment.TwoShares;

/// What a treatment added over the holdout, of those whose window is over.
///
/// @param difference of the shares that returned, for who looks once (Newcombe)
/// @param anyTime the same for who looks every day (confidence sequence)
/// @param lift of the share
/// @param p corrected for the other treatments (Holm)
/// @param kept difference of the shares that returned and stayed, where the time for it is over
/// @param returns who would not have come by themselves
/// @param revenue incremental, of all customers of the arm together
/// @param margin the same of what is kept of it
/// @param net margin less incentives to all who came back and the cost of contacts
/// @param roi net for each unit of money it cost; empty if it cost nothing
public record Comparison(
        String arm,
        Estimate difference,
        Estimate anyTime,
        Estimate lift,
        double p,
        Optional<Estimate> kept,
        Estimate returns,
        Estimate revenue,
        Estimate margin,
        Estimate net,
        Optional<Estimate> roi) {

    /// Whether both sides have customers enough for a spread.
    static boolean isPossible(ArmResult treated, ArmResult holdout) {
        return treated.returned().of() >= 2 && holdout.returned().of() >= 2;
    }

    /// Not yet corrected for other treatments.
    static Comparison of(ArmResult treated, ArmResult holdout, ConfidenceSequence sequence) {
        var shares = new TwoShares(treated.returned(), holdout.returned());
        long customers = treated.returned().of();
        Estimate anyTime = sequence.of(shares);
        Estimate net = sequence.of(new TwoMeans(treated.net(), holdout.net())).times(customers);
        double cost = treated.cost().doubleValue();
        return new Comparison(
                treated.arm(),
                shares.difference(Level.STANDARD),
                anyTime,
                shares.lift(Level.STANDARD),
                shares.p(),
                kept(treated.kept(), holdout.kept()),
                anyTime.times(customers),
                sequence.of(new TwoMeans(treated.spending(), holdout.spending()))
                        .times(customers),
                sequence.of(new TwoMeans(treated.margin(), holdout.margin())).times(customers),
                net,
                cost > 0 ? Optional.of(net.times(1 / cost)) : Optional.empty());
    }

    private static Optional<Estimate> kept(Share treated, Share holdout) {
        return treated.isDefined() && holdout.isDefined()
                ? Optional.of(new TwoShares(treated, holdout).difference(Level.STANDARD))
                : Optional.empty();
    }

    Comparison corrected(double p) {
        return new Comparison(arm, difference, anyTime, lift, p, kept, returns, revenue, margin, net, roi);
    }

    /// Whether it is shown that the treatment changed who returns, however often it was looked at.
    public boolean isShown() {
        return anyTime.excludes(0);
    }
}
