/// Makes and removes annotations; the reports show them and hold the forms.
@NullMarked
package perennial.server.web.annotation;

import org.jspecify.annotations.NullMarked;
