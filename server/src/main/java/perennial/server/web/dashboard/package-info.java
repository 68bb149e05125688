/// The pages of dashboards: all of them in a list, each with its reports beside each other, the form that
/// pins a report, and what somebody sees who is no user but has a secret link. A report on a dashboard is
/// made as on its own page, by [perennial.server.web.report.Reporting].
@NullMarked
package perennial.server.web.dashboard;

import org.jspecify.annotations.NullMarked;
