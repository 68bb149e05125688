/// What a treatment really added: customers are drawn into arms by a seeded hash, and the arms are compared
/// as drawn, never as reached.
///
/// Entry types: [perennial.core.experiment.Assignment] draws, [perennial.core.experiment.SplitCheck] says
/// whether what was drawn can be trusted, [perennial.core.experiment.TwoShares] and
/// [perennial.core.experiment.TwoMeans] compare, [perennial.core.experiment.ConfidenceSequence] lets one look
/// every day, and [perennial.core.experiment.Detectable] says beforehand what can be seen at all.
@org.jspecify.annotations.NullMarked
package perennial.core.experiment;
