/// The pages of what comes in: keys and sources, the catalogue of events, the quality of what was received, backups.
/// They ask the same of the store as the command line does: [perennial.store.access.Keys],
/// [perennial.store.event.EventCatalogue], [perennial.store.ingest.QualityLog], [perennial.store.backup.Backup].
@NullMarked
package perennial.server.web.data;

import org.jspecify.annotations.NullMarked;
