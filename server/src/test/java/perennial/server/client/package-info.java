/// The clients people already use, the real ones, against a real server: [perennial.server.client.RealClientsTest] has
/// each of them tell one story, with [perennial.server.client.Hindrance] between them and the server. The scripts stand
/// in `src/test/clients`.
@NullMarked
package perennial.server.client;

import org.jspecify.annotations.NullMarked;
