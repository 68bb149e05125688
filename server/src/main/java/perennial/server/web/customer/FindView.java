package perennial.server.web.customer;

import java.util.Optional;
import perennial.server.web.Page;

/// The search for somebody.
///
/// @param text what was typed; empty before
/// @param fault why nobody is shown
/// @param hits those who were found, if they are several
/// @param erased what was taken away just now
public record FindView(Page page, String text, Optional<String> fault, Hits hits, Optional<String> erased) {}
