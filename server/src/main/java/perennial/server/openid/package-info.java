/// Signing in by OpenID Connect, if the server is told of a provider ([perennial.server.openid.OpenId]). Who
/// the provider says somebody is becomes a user that an administrator made before; nobody becomes one by
/// coming from there.
@NullMarked
package perennial.server.openid;

import org.jspecify.annotations.NullMarked;
