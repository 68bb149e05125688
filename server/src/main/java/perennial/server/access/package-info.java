/// Who may ask the server: a key with the scope that the address [perennial.server.access.Needs].
@NullMarked
package perennial.server.access;

import org.jspecify.annotations.NullMarked;
