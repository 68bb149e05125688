/// The KPIs of a workspace's own, under their names.
///
/// Entry type: [perennial.store.kpi.StoredKpis], kept in the table of definitions as JSON documents in versions. Fed by
/// who saves KPIs; feeds [perennial.core.kpi.KpiLibrary].
@org.jspecify.annotations.NullMarked
package perennial.store.kpi;
