/// Who came back after leaving, in three readings that are never mixed.
///
/// Entry types: [perennial.core.winback.Winback] lists the question in the catalogue; the readings are
/// [perennial.core.winback.CohortReading], [perennial.core.winback.PeriodReading] and
/// [perennial.core.winback.RatioReading], all on lives.
@org.jspecify.annotations.NullMarked
package perennial.core.winback;
