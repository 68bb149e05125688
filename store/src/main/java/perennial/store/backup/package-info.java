/// Copies of a workspace to go back to: [perennial.store.backup.Backup] makes one while events come in.
@NullMarked
package perennial.store.backup;

import org.jspecify.annotations.NullMarked;
