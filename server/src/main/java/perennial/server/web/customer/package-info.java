/// Finds a customer by an id and shows who it is and what it did:
/// [perennial.server.web.customer.CustomerPages] asks what the HTTP API asks. From here a customer is
/// exported, and erased for good.
@NullMarked
package perennial.server.web.customer;

import org.jspecify.annotations.NullMarked;
