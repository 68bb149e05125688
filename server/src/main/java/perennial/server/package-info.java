/// The server: [perennial.server.Server] opens a port on a workspace. `ingest` takes events from the clients
/// people already use, `api` answers over HTTP whom `access` lets in, `health` says how it goes, `live` keeps
/// the workspace open and its answers fresh.
@NullMarked
package perennial.server;

import org.jspecify.annotations.NullMarked;
