package perennial.core.campaign;

import perennial.core.answer.Share;
import perennial.core.experiment.Estimate;

/// How far an arm and the holdout were so many days after the decision, of those whose days are over.
///
/// @param difference for who looks every day
public record EffectDay(int day, Share treated, Share holdout, Estimate difference) {}
