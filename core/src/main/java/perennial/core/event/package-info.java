/// What happens to a customer: the names events have, and what they mean to the questions.
///
/// Entry types: [perennial.core.event.StandardNames] and [perennial.core.event.Role]. Read by whoever writes events and
/// by the settings of a workspace; the questions see names only through those settings.
@org.jspecify.annotations.NullMarked
package perennial.core.event;
