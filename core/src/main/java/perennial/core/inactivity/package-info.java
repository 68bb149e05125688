/// Silence: how long customers pause, from when on they are gone, and how many of the silent come back.
///
/// Entry types: [perennial.core.inactivity.Inactivity] (gaps and the suggested window),
/// [perennial.core.inactivity.Reactivation] and [perennial.core.inactivity.AtRisk] (who may go next);
/// [perennial.core.inactivity.Silence] says who is inactive on a day.
@org.jspecify.annotations.NullMarked
package perennial.core.inactivity;
