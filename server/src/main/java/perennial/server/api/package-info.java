/// The HTTP API: the questions of the command line with their parameters and the very same JSON and CSV, and what is
/// kept of segments, customers and quality.
///
/// What goes wrong is told as a [perennial.server.api.Problem]. Addresses stand in [perennial.server.api.OpenApi].
@NullMarked
package perennial.server.api;

import org.jspecify.annotations.NullMarked;
