package perennial.server.web.people;

import java.util.Optional;
import perennial.server.web.Page;

/// Where somebody who has a link chooses a password.
///
/// @param action where the form goes
/// @param link the secret of the link
/// @param name of the user; empty if it is chosen here, too
/// @param typed the name as typed before
/// @param fault why it did not work
public record NewPasswordView(
        Page page, String action, String link, Optional<String> name, String typed, Optional<String> fault) {}
