package perennial.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The files that pages load: everything in the folder `web`, each under an address that holds a digest of its content,
/// so that it may be kept for good.
///
/// A script or style that names another file as `"./NAME"` is served with that file's address in place of the name.
@Component
public final class Assets {
    private static final String PATH = "/assets/";
    private static final Pattern NAMED = Pattern.compile("\"\\./([a-z0-9_.-]+)\"");

    private final Map<String, Asset> byName = new TreeMap<>();
    private final Map<String, Asset> byAddress = new HashMap<>();

    Assets() throws IOException {
        Map<String, Resource> files = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:web/*.*")) {
            files.put(Optional.ofNullable(file.getFilename()).orElseThrow(), file);
        }
        for (String name : files.keySet()) {
            load(name, files, new LinkedHashSet<>());
        }
    }

    private Asset load(String name, Map<String, Resource> files, SequencedSet<String> within) {
        Asset known = byName.get(name);
        if (known != null) {
            return known;
        }
        Resource file = Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalStateException(within + " names web/" + name + ", which is not there"));
        if (!within.add(name)) {
            throw new IllegalStateException("Files name each other in a circle: " + within);
        }
        byte[] bytes = bytes(file);
        if (isOurs(name, bytes)) {
            Matcher matcher = NAMED.matcher(new String(bytes, StandardCharsets.UTF_8));
            bytes = matcher.replaceAll(
                            match -> '"' + load(match.group(1), files, within).address() + '"')
                    .getBytes(StandardCharsets.UTF_8);
        }
        within.remove(name);
        var asset = new Asset(Asset.Type.of(name), PATH + hashed(name, bytes), bytes);
        byName.put(name, asset);
        byAddress.put(asset.address(), asset);
        return asset;
    }

    /// Scripts and styles of our own are small; libraries name nothing.
    private static boolean isOurs(String name, byte[] bytes) {
        return bytes.length < 100_000 && (name.endsWith(".js") || name.endsWith(".css"));
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String hashed(String name, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            int dot = name.lastIndexOf('.');
            return name.substring(0, dot) + "-" + HexFormat.of().formatHex(digest, 0, 6) + name.substring(dot);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Must not happen: every Java has SHA-256", e);
        }
    }

    /// The address of a file of the folder, for a page to name.
    public String address(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no file web/" + name + "; there are " + String.join(", ", byName.keySet())))
                .address();
    }

    /// The file at an address; empty if it was there in another version only, or never.
    Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
