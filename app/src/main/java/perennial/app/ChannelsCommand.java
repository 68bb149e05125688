package perennial.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import perennial.core.channel.Channels;
import perennial.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `perennial channels`: the rules that name the channel of a session, to read, to change and to take back.
@Command(
        name = "channels",
        header = "Show or change the rules that name the channel of a session.",
        description =
                "One rule a line, \"channel: condition\"; the first that the session's first event fulfils names its channel.",
        footer = "Example: perennial channels list --workspace demo > rules; edit rules; perennial channels load rules"
                + " --workspace demo")
final class ChannelsCommand extends CommandGroup {
    ChannelsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            header = "Print the rules in their order, as \"load\" reads them.")
    int list(@Mixin WorkspaceOption workspace) {
        try (Engine engine = open(workspace.directory())) {
            Workspace opened = engine.workspace();
            out().print(opened.settings().channels());
        }
        return 0;
    }

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            header = "Take the rules of a file instead of those that hold.")
    int load(
            @Mixin WorkspaceOption workspace,
            @Parameters(paramLabel = "FILE", description = "One rule a line; # begins a comment.") Path file)
            throws IOException {
        Channels channels = Channels.parse(Files.readString(surroundings().file(file)));
        change(workspace, channels, "the rules of " + file);
        return 0;
    }

    @Command(name = "reset", mixinStandardHelpOptions = true, header = "Go back to the standard rules.")
    int reset(@Mixin WorkspaceOption workspace) {
        change(workspace, Channels.standard(), "the standard rules");
        return 0;
    }

    private void change(WorkspaceOption workspace, Channels channels, String what) {
        try (Engine engine = open(workspace.directory())) {
            Workspace opened = engine.workspace();
            opened.changeSettings(opened.settings().withChannels(channels));
        }
        out().println("Channels are named by " + what + ", " + channels.rules().size() + " of them.");
    }
}
