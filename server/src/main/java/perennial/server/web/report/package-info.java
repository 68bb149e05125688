/// One page per question of the catalogue: [perennial.server.web.report.Reports] asks what the HTTP API asks, and shows
/// the answer as a sentence, a chart, a table and the people behind each number.
@NullMarked
package perennial.server.web.report;

import org.jspecify.annotations.NullMarked;
