/// The server: [perennial.server.Server] opens a port on a workspace. `ingest` takes events from the clients people
/// already use, `live` keeps the workspace open and its answers fresh.
@NullMarked
package perennial.server;

import org.jspecify.annotations.NullMarked;
