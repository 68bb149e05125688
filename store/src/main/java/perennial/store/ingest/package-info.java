/// Takes events while the workspace is open: [perennial.store.ingest.Intake] stores what many senders deliver at once,
/// each row exactly once, and answers when it is committed. Fed by the server; feeds the same tables as imports.
@NullMarked
package perennial.store.ingest;

import org.jspecify.annotations.NullMarked;
