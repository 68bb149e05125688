/// The first steps of a workspace: what it is called and when its days begin, bringing data, and what counts as active.
///
/// Each step is a page of its own that can be left and come back to; together they change nothing that other pages and
/// the command line could not. Files go to the pages of [perennial.server.web.imports].
@NullMarked
package perennial.server.web.setup;

import org.jspecify.annotations.NullMarked;
