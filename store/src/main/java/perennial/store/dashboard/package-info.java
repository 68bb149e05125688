/// The dashboards of a workspace ([perennial.store.dashboard.Dashboards]), reports that somebody put beside
/// each other, and the links by which others look at one ([perennial.store.dashboard.DashboardLinks]). They
/// are tables of the workspace, so they move with it and are in its backup. The pages of the server ask and
/// change them.
@NullMarked
package perennial.store.dashboard;

import org.jspecify.annotations.NullMarked;
