/// The rules by which a workspace is read: its name, zone, currency and week, what event names mean, and
/// which events are left out. Everybody reads them, administrators change them, in
/// [perennial.core.workspace.Settings] and [perennial.store.event.Filters], as the command line does.
@NullMarked
package perennial.server.web.rules;

import org.jspecify.annotations.NullMarked;
