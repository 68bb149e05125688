/// Who may ask the server: programs with a key whose scope the address [perennial.server.access.Needs], let in by the
/// [perennial.server.access.Gate]; and users whose role the page is [perennial.server.access.Allowed] to, let in by the
/// door beside it.
@NullMarked
package perennial.server.access;

import org.jspecify.annotations.NullMarked;
