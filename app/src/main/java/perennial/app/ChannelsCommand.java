package perennial.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import perennial.core.channel.Channels;
import perennial.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `perennial channels`: the rules that name the channel of a session, to read, to change and to take back.
@Command(
        name = "channels",
        mixinStandardHelpOptions = true,
        header = "Show or change the rules that name the channel of a session.",
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        description =
                "One rule a line, \"channel: condition\"; the first that the session's first event fulfils names its channel.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n",
        footer = "Example: perennial channels list --workspace demo > rules; edit rules; perennial channels load rules"
                + " --workspace demo")
final class ChannelsCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ChannelsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Without a command: which there are.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            header = "Print the rules in their order, as \"load\" reads them.")
    int list(@Mixin WorkspaceOption workspace) {
        try (Engine engine = open(workspace)) {
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
        Channels channels = Channels.parse(Files.readString(surroundings.file(file)));
        change(workspace, channels, "the rules of " + file);
        return 0;
    }

    @Command(name = "reset", mixinStandardHelpOptions = true, header = "Go back to the standard rules.")
    int reset(@Mixin WorkspaceOption workspace) {
        change(workspace, Channels.standard(), "the standard rules");
        return 0;
    }

    private void change(WorkspaceOption workspace, Channels channels, String what) {
        try (Engine engine = open(workspace)) {
            Workspace opened = engine.workspace();
            opened.changeSettings(opened.settings().withChannels(channels));
        }
        out().println("Channels are named by " + what + ", " + channels.rules().size() + " of them.");
    }

    private Engine open(WorkspaceOption workspace) {
        return surroundings.open(workspace.directory());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
