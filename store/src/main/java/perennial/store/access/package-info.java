/// Who may send events to a workspace and read its answers: programs with a key ([perennial.store.access.Keys]) and
/// people who sign in to the pages ([perennial.store.access.People]), with what these did
/// ([perennial.store.access.AuditLog]).
@NullMarked
package perennial.store.access;

import org.jspecify.annotations.NullMarked;
