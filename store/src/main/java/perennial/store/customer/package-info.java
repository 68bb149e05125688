/// What is known about one person or account: [perennial.store.customer.Profiles] reads it from the log.
@NullMarked
package perennial.store.customer;

import org.jspecify.annotations.NullMarked;
