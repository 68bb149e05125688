package perennial.server.web.customer;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;

/// The search for somebody.
///
/// @param id what was typed; empty before
/// @param fault why nobody is shown
/// @param found those who have the id, if they are several
/// @param erased what was taken away just now
public record FindView(
        Page page, String id, Optional<String> fault, List<CustomerView.Linked> found, Optional<String> erased) {}
