/// The pages by which people sign in, mind their account, and by which administrators mind the others and read what was
/// done. They ask [perennial.server.signin.SignIns] and [perennial.store.access.People].
@NullMarked
package perennial.server.web.people;

import org.jspecify.annotations.NullMarked;
