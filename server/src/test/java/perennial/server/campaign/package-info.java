/// Messages on their way, against a receiver that can be difficult.
@NullMarked
package perennial.server.campaign;

import org.jspecify.annotations.NullMarked;
