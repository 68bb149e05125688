/// Who may send events to a workspace and who may read its answers: [perennial.store.access.Keys].
@NullMarked
package perennial.store.access;

import org.jspecify.annotations.NullMarked;
