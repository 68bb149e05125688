package perennial.server.web.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Treatment;

/// One arm of a plan as somebody fills it in.
///
/// @param share in percent of those who are not held out; empty for an equal part of what the others leave
public record ArmForm(String name, String share, List<OfferForm> offers) {
    private static final int MOST = 20;
    private static final double HAIR = 1e-9;

    public ArmForm {
        offers = List.copyOf(offers);
    }

    static ArmForm named(String name) {
        return new ArmForm(name, "", List.of());
    }

    /// Who gets an offer, and which; texts as they were filled in.
    ///
    /// @param who a segment or an expression; empty for everybody
    /// @param codes `none`, `pool` or `generated`
    /// @param source the pool, or what made-up codes begin with
    public record OfferForm(String who, String name, String text, String cost, String codes, String source) {
        static final OfferForm EMPTY = new OfferForm("", "", "", "", "none", "");

        static OfferForm of(Treatment.Rule rule) {
            Offer offer = rule.offer();
            String who = rule.segment().orElse("");
            String cost = offer.cost().toPlainString();
            return switch (offer.codes()) {
                case Offer.Codes.None() -> new OfferForm(who, offer.name(), offer.text(), cost, "none", "");
                case Offer.Codes.Pool(String pool) ->
                    new OfferForm(who, offer.name(), offer.text(), cost, "pool", pool);
                case Offer.Codes.Generated(String prefix) ->
                    new OfferForm(who, offer.name(), offer.text(), cost, "generated", prefix);
            };
        }

        private Treatment.Rule rule() {
            return new Treatment.Rule(
                    Optional.of(who.strip()).filter(text -> !text.isEmpty()),
                    new Offer(
                            name.strip(),
                            text.strip(),
                            cost.isBlank() ? BigDecimal.ZERO : Percent.number("treatments", cost),
                            switch (codes) {
                                case "pool" -> new Offer.Codes.Pool(source.strip());
                                case "generated" -> new Offer.Codes.Generated(source.strip());
                                default -> new Offer.Codes.None();
                            }));
        }
    }

    /// Those that were sent, under names such as `t.0.name` and `t.0.o.1.cost`.
    static List<ArmForm> all(Map<String, String> sent) {
        Map<String, String> texts = new HashMap<>(sent);
        return IntStream.range(0, MOST)
                .filter(i -> texts.containsKey("t." + i))
                .mapToObj(i -> new ArmForm(
                        texts.getOrDefault("t." + i + ".name", ""),
                        texts.getOrDefault("t." + i + ".share", ""),
                        offers(texts, "t." + i + ".o.")))
                .toList();
    }

    private static List<OfferForm> offers(Map<String, String> texts, String of) {
        return IntStream.range(0, MOST)
                .filter(i -> texts.containsKey(of + i))
                .mapToObj(i -> of + i + ".")
                .map(at -> new OfferForm(
                        texts.getOrDefault(at + "who", ""),
                        texts.getOrDefault(at + "name", ""),
                        texts.getOrDefault(at + "text", ""),
                        texts.getOrDefault(at + "cost", ""),
                        texts.getOrDefault(at + "codes", "none"),
                        texts.getOrDefault(at + "source", "")))
                .toList();
    }

    static List<ArmForm> all(List<Treatment> treatments) {
        boolean isEqual = treatments.stream().allMatch(each -> Math.abs(each.share() - 1.0 / treatments.size()) < HAIR);
        return treatments.stream()
                .map(each -> new ArmForm(
                        each.name(),
                        isEqual ? "" : Percent.of(each.share()),
                        each.offers().stream().map(OfferForm::of).toList()))
                .toList();
    }

    /// The treatments they say.
    ///
    /// @throws BadPlan if one says none
    static List<Treatment> treatments(List<ArmForm> arms) {
        BigDecimal given = arms.stream()
                .filter(each -> !each.share().isBlank())
                .map(each -> Percent.share("treatments", each.share()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long open = arms.stream().filter(each -> each.share().isBlank()).count();
        boolean isWhole = open > 0 || given.compareTo(BigDecimal.ONE) == 0 || isThirds(given);
        if (!isWhole || open > 0 && given.compareTo(BigDecimal.ONE) >= 0) {
            throw new BadPlan(
                    "treatments",
                    "The shares of the arms add up to 100 %, were " + Percent.of(given)
                            + " %; leave one empty, and it gets what the others leave");
        }
        double rest = open == 0 ? 0 : BigDecimal.ONE.subtract(given).doubleValue() / open;
        return arms.stream()
                .map(each -> new Treatment(
                        each.name().strip(),
                        each.share().isBlank()
                                ? rest
                                : Percent.share("treatments", each.share()).doubleValue(),
                        each.offers().stream().map(OfferForm::rule).toList()))
                .toList();
    }

    /// A hair off the whole, as thirds are that were written out.
    private static boolean isThirds(BigDecimal given) {
        return Math.abs(given.doubleValue() - 1) < HAIR;
    }

    ArmForm withOffer() {
        List<OfferForm> more = new ArrayList<>(offers);
        more.add(OfferForm.EMPTY);
        return new ArmForm(name, share, more);
    }

    ArmForm withoutOffer(int index) {
        List<OfferForm> fewer = new ArrayList<>(offers);
        if (index >= 0) {
            fewer.remove(index);
        }
        return new ArmForm(name, share, fewer);
    }
}
