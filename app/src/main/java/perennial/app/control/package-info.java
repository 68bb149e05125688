/// Commands run by the server that owns the workspace: a command line that finds the workspace served sends
/// itself as an [perennial.app.control.Order] to the [perennial.app.control.Served] one, whose
/// [perennial.app.control.Control] runs it there and sends back what it prints.
@NullMarked
package perennial.app.control;

import org.jspecify.annotations.NullMarked;
