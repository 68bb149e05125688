package perennial.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("of a build without a jar");
        return new String[] {"Perennial " + version + " (Java " + Runtime.version() + ")"};
    }
}
