/// The first page: [perennial.server.web.overview.Overview] asks the questions that matter most of the catalogue, shows
/// the newest number of each beside those before it, and leads to their reports; below, who slips away and who is back.
@NullMarked
package perennial.server.web.overview;

import org.jspecify.annotations.NullMarked;
