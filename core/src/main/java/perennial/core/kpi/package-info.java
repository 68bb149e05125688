/// Figures of a team's own: formulas over the questions of the catalogue, kept under a name.
///
/// Entry types: [perennial.core.kpi.Kpi], which is written and read as text, and [perennial.core.kpi.KpiAnswer], which
/// asks the questions it names and joins their rows. Fed by the catalogue and the saved KPIs of a workspace.
@org.jspecify.annotations.NullMarked
package perennial.core.kpi;
