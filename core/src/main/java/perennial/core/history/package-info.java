/// The derived views: every owner's timeline (owner-major) and the sets of owners active on each day (day-major).
///
/// Entry type: [perennial.core.history.History], cut into shards that are counted in parallel. Built by the store from
/// its tables; read by every question.
@org.jspecify.annotations.NullMarked
package perennial.core.history;
