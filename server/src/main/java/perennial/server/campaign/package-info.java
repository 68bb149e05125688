/// Messages of campaigns on their way out, while the server runs.
///
/// [perennial.server.campaign.Sender] decides on who enters, ends what is over, and has a
/// [perennial.server.campaign.Posting] for each webhook with something to send. What is decided, checked and kept lies
/// in [perennial.store.campaign].
@NullMarked
package perennial.server.campaign;

import org.jspecify.annotations.NullMarked;
