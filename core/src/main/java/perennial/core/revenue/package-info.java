/// What customers are worth, in money.
@NullMarked
package perennial.core.revenue;

import org.jspecify.annotations.NullMarked;
