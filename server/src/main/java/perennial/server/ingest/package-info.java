/// Takes events over HTTP from the clients of other tools and from our own: [perennial.server.ingest.Reception] reads a
/// request as its [perennial.server.ingest.Protocol] says, has it stored, and answers as the client expects.
@NullMarked
package perennial.server.ingest;

import org.jspecify.annotations.NullMarked;
