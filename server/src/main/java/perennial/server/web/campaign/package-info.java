/// The pages of campaigns: all of them with what they added, the form in which one is planned beside the verdict on it,
/// and each with where everybody of its audience is, what it really added and who stands behind every number. They ask
/// [perennial.store.campaign.Campaigns], as the command line and the API do.
@NullMarked
package perennial.server.web.campaign;

import org.jspecify.annotations.NullMarked;
