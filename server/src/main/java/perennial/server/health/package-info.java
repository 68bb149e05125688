/// How the server is: whether it lives and is ready, and its figures for Prometheus.
@NullMarked
package perennial.server.health;

import org.jspecify.annotations.NullMarked;
