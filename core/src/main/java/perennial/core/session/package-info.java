/// Sessions: runs of a visitor's own events without a long silence; how many there are, how long, and what they hold.
///
/// Entry types: [perennial.core.session.Sessions] (the question) and [perennial.core.session.SessionReader] (the
/// sessions of one owner, which [perennial.core.session.Idle] parts). Fed by timelines; whatever asks what happened
/// within one visit reads here.
@org.jspecify.annotations.NullMarked
package perennial.core.session;
