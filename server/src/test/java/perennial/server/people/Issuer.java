package perennial.server.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import perennial.server.openid.OpenId;
import perennial.store.access.Secret;

/// A small provider of OpenID Connect on this machine, which can be told to be wrong.
final class Issuer implements AutoCloseable {
    private static final String CLIENT = "perennial";
    private static final String SECRET = "shared secret";

    private final HttpServer server;
    private final Clock clock;
    private final RSAKey published;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /// What the provider signs with; another key than it publishes is a forger's.
    RSAKey signing;

    /// What it says of whoever signs in, by the claims it would say.
    UnaryOperator<JWTClaimsSet.Builder> says = claims -> claims;

    Issuer(Clock clock) throws IOException, JOSEException {
        this.clock = clock;
        published = key();
        signing = published;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(url())));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(published.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    static RSAKey key() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID("key").generate();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    OpenId openId() {
        return new OpenId(URI.create(url()), CLIENT, new Secret(SECRET));
    }

    /// What a user does there: agrees, and is sent back.
    ///
    /// @param authorize where this server sent it
    /// @return where to, with a code
    String agree(String authorize) {
        Map<String, String> asked = form(URI.create(authorize).getRawQuery());
        String code = "code" + codes.size();
        codes.put(code, asked);
        String back = asked.getOrDefault("redirect_uri", "");
        return back.substring(back.indexOf('/', "http://".length())) + "?code=" + code + "&state="
                + asked.getOrDefault("state", "").replace("=", "%3D");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> begun = codes.getOrDefault(asked.getOrDefault("code", ""), Map.of());
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":shared+secret").getBytes(StandardCharsets.UTF_8));
        boolean isRight = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && challenge(asked.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"));
        answer(
                exchange,
                isRight
                        ? "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                                + idToken(begun.getOrDefault("nonce", "")) + "\"}"
                        : "{\"error\":\"invalid_client\"}");
    }

    private String idToken(String nonce) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce)
                .claim("email_verified", true);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key").build(),
                    says.apply(claims).build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, String json) {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(json.contains("\"error\"") ? 401 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
