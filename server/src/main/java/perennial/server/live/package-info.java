/// A workspace that is open for long: [perennial.server.live.LiveWorkspace] takes events and answers at the same time.
@NullMarked
package perennial.server.live;

import org.jspecify.annotations.NullMarked;
