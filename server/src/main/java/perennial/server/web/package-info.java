/// The pages: what surrounds each ([perennial.server.web.Page], [perennial.server.web.Place]), how it is written
/// ([perennial.server.web.Pages]), the files it loads ([perennial.server.web.Assets]), how numbers read
/// ([perennial.server.web.Figures]), and what is shown when something goes wrong. One package per noun below holds the
/// pages themselves; they ask what the HTTP API asks.
@NullMarked
package perennial.server.web;

import org.jspecify.annotations.NullMarked;
