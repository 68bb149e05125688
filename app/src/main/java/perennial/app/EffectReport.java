package perennial.app;

import java.io.PrintWriter;
import java.util.List;
import perennial.app.show.Numbers;
import perennial.app.show.Screen;
import perennial.core.answer.Share;
import perennial.core.campaign.ArmResult;
import perennial.core.campaign.Comparison;
import perennial.core.campaign.Effect;
import perennial.core.campaign.EffectWords;
import perennial.core.experiment.Estimate;
import perennial.core.workspace.Settings;
import perennial.store.answer.Sheet;
import perennial.store.campaign.EffectDocument;

/// What a campaign added, for reading, as JSON, or its arms as CSV.
record EffectReport(Effect effect, Settings settings, WrittenFormat format, Screen screen, PrintWriter out) {

    void print() {
        if (format.isJson()) {
            out.println(EffectDocument.write(effect, settings).text());
        } else if (format.isCsv()) {
            (isBroken() ? drawn() : arms()).writeCsv(out);
        } else {
            screen.wrap(words().sentence()).forEach(out::println);
            out.println();
            new SheetWriter(format, screen, out).write(isBroken() ? drawn() : arms(), "");
            effect.comparisons().forEach(this::print);
        }
    }

    private EffectWords words() {
        return new EffectWords(effect, settings.zone(), settings.currency().getCurrencyCode());
    }

    private boolean isBroken() {
        return effect.finding() == Effect.Finding.BROKEN;
    }

    /// All that is told where the split is broken.
    private Sheet<ArmResult> drawn() {
        return Sheet.of("arms", settings.zone(), effect.arms())
                .text("arm", ArmResult::arm)
                .whole("drawn", ArmResult::drawn);
    }

    private Sheet<ArmResult> arms() {
        return drawn().whole("mature", each -> each.returned().of())
                .whole("returned", each -> each.returned().hits())
                .text("share", each -> percent(each.returned()))
                .text("kept", each -> percent(each.kept()))
                .text("revenue", each -> each.revenue().toPlainString())
                .text("incentives", each -> each.incentives().toPlainString())
                .text("contacts", each -> each.contactCost().toPlainString());
    }

    private static String percent(Share share) {
        return share.isDefined()
                ? Numbers.percent(share.value()) + " (" + Numbers.percent(share.low()) + " to "
                        + Numbers.percent(share.high()) + ")"
                : "-";
    }

    private void print(Comparison comparison) {
        out.println();
        out.println(comparison.arm() + " against the holdout:");
        List.of(
                        line("returns added", comparison.returns(), ""),
                        line("share added", comparison.anyTime().times(100), " points"),
                        line("revenue added", comparison.revenue(), currency()),
                        line("margin added", comparison.margin(), currency()),
                        line("net gain", comparison.net(), currency()))
                .forEach(out::println);
        comparison.roi().ifPresent(roi -> out.println(line("return on cost", roi.times(100), " %")));
        comparison.kept().ifPresent(kept -> out.println(line("share added that stayed", kept.times(100), " points")));
    }

    private String currency() {
        return " " + settings.currency().getCurrencyCode();
    }

    private static String line(String what, Estimate estimate, String unit) {
        return "  %-24s %s".formatted(what, Numbers.estimate(estimate.value(), estimate.low(), estimate.high()) + unit);
    }
}
