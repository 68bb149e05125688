/// What there is of events: their names with volumes, their properties, and what a workspace decided about them.
///
/// Entry types: [perennial.store.event.EventCatalogue] to look, [perennial.store.event.EventDefinitions] to decide.
/// Decisions are versioned documents; the log is never rewritten by them. Fed by the tables of the store; the derived
/// views read which events count, and under which names.
@org.jspecify.annotations.NullMarked
package perennial.store.event;
