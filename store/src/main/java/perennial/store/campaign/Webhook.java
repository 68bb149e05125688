package perennial.store.campaign;

import java.net.URI;

/// Where messages are posted.
///
/// @param secret signs each message; the receiver knows it too
/// @param perSecond messages at most
/// @param isPrivate whether it may lie at an address of a private network
public record Webhook(String name, URI url, String secret, int perSecond, boolean isPrivate) {
    private static final int MOST_PER_SECOND = 100_000;

    public Webhook {
        if (name.isBlank() || name.equals("csv") || name.contains("/")) {
            throw new BadWebhook("\"" + name + "\" cannot name a webhook");
        }
        String scheme = String.valueOf(url.getScheme());
        if (!(scheme.equals("https") || scheme.equals("http")) || url.getHost() == null) {
            throw new BadWebhook("A webhook is an address with http or https and a host, was " + url);
        }
        if (url.getUserInfo() != null) {
            throw new BadWebhook("The address of a webhook holds no user or password");
        }
        if (perSecond < 1 || perSecond > MOST_PER_SECOND) {
            throw new BadWebhook("Between 1 and " + MOST_PER_SECOND + " messages a second, were " + perSecond);
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return name + " at " + url;
    }
}
