/// What happens to a customer: the names events have, and which of them the customer did not cause.
///
/// Entry type: [perennial.core.event.StandardNames]. Read by whoever writes events and by the default settings of a
/// workspace; the questions see names only through those settings.
@org.jspecify.annotations.NullMarked
package perennial.core.event;
