/// Who is at the browser: signs users in by password or link ([perennial.server.signin.SignIns]), knows them
/// by a cookie afterwards, and tells the forms that this server gave them from forged ones. Feeds
/// [perennial.server.access.SignedIn].
@NullMarked
package perennial.server.signin;

import org.jspecify.annotations.NullMarked;
