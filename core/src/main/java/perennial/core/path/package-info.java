/// Paths: what people do next after an event of a session, or did before it, move by move.
///
/// Entry type: [perennial.core.path.Paths] (the question). Fed by [perennial.core.session.SessionReader], of which one
/// pass is made; activity days tell whose sessions need to be read at all. Unlike a funnel, nobody names the steps.
@org.jspecify.annotations.NullMarked
package perennial.core.path;
