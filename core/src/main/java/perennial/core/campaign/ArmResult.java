package perennial.core.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import perennial.core.answer.Share;
import perennial.core.experiment.Moments;

/// What became of all who were drawn into one arm.
///
/// @param drawn into it, young ones included
/// @param returned of those whose window is over
/// @param kept of those whose window and the days a return must last are over: back, and still there
/// @param sent messages that left, of those whose window is over
/// @param revenue of those whose window is over, within it
/// @param incentives paid to all of them who came back
/// @param contactCost of the messages that left to them
/// @param margin kept of each one's spending, beside that of the time before
/// @param net the same less incentive and contact cost
public record ArmResult(
        String arm,
        long drawn,
        Share returned,
        Share kept,
        long sent,
        BigDecimal revenue,
        BigDecimal incentives,
        BigDecimal contactCost,
        Moments spending,
        Moments margin,
        Moments net) {

    /// Whether the windows of some are over.
    public boolean isRead() {
        return returned.isDefined();
    }

    public BigDecimal cost() {
        return incentives.add(contactCost);
    }

    /// Counts the outcomes of one arm as of an instant.
    static ArmResult of(String arm, Plan plan, List<Outcome> outcomes, long asOf) {
        long window = plan.window().toMillis();
        long keeping = window + Duration.ofDays(plan.keptDays()).toMillis();
        long mature = 0;
        long back = 0;
        long older = 0;
        long kept = 0;
        long sent = 0;
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal incentives = BigDecimal.ZERO;
        BigDecimal contacts = BigDecimal.ZERO;
        Moments spending = Moments.NONE;
        Moments margin = Moments.NONE;
        Moments net = Moments.NONE;
        for (Outcome each : outcomes) {
            if (each.decided() + window > asOf) {
                continue;
            }
            mature++;
            back += each.isBack() ? 1 : 0;
            if (each.decided() + keeping <= asOf) {
                older++;
                kept += each.isKept() ? 1 : 0;
            }
            sent += each.isSent() ? 1 : 0;
            BigDecimal incentive = each.isBack() ? each.incentive() : BigDecimal.ZERO;
            BigDecimal contact = each.isSent() ? each.contact() : BigDecimal.ZERO;
            revenue = revenue.add(each.spent());
            incentives = incentives.add(incentive);
            contacts = contacts.add(contact);
            BigDecimal ofCustomer = each.spent().multiply(plan.margin());
            double before = each.spentBefore().doubleValue();
            spending = spending.and(each.spent().doubleValue(), before);
            margin = margin.and(ofCustomer.doubleValue(), before);
            net = net.and(ofCustomer.subtract(incentive).subtract(contact).doubleValue(), before);
        }
        return new ArmResult(
                arm,
                outcomes.size(),
                new Share(back, mature),
                new Share(kept, older),
                sent,
                revenue,
                incentives,
                contacts,
                spending,
                margin,
                net);
    }
}
