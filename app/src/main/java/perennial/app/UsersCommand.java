package perennial.app;

import java.util.Optional;
import perennial.server.signin.Links;
import perennial.store.access.Actor;
import perennial.store.access.People;
import perennial.store.access.Role;
import perennial.store.access.Secret;
import perennial.store.access.User;
import perennial.store.answer.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `perennial users`: who may sign in to the pages of the server, and what each may do there.
@Command(
        name = "users",
        header = "Make and change the users who sign in to the pages of the server.",
        description = {
            "Each has a role, which allows what those before it allow too:",
            "  viewer    look at reports and dashboards: numbers, no people",
            "  analyst   see the people behind a number, and keep segments, KPIs and dashboards",
            "  marketer  run campaigns and surveys",
            "  admin     bring in and erase data, export all of it, and change settings, keys and users"
        },
        footer = {
            "Examples:",
            "  ${ROOT-COMMAND-NAME} users create ada@example.com --role admin -w shop",
            "  ${ROOT-COMMAND-NAME} users reset-password ada@example.com -w shop"
        })
final class UsersCommand extends CommandGroup {
    private static final String WHO = "The name or e-mail address, as listed.";

    @Mixin
    private ManagedWorkspace workspace = new ManagedWorkspace();

    UsersCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(
            name = "create",
            header = "Make a user and show the link by which it sets its password.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "NAME", description = "A name or an e-mail address, by which it signs in.")
                    String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "viewer",
                            description = "viewer, analyst, marketer or admin. Default: viewer.")
                    String role) {
        Role allowed = Role.of(role);
        try (Engine engine = open(workspace.directory())) {
            People.Invited invited = engine.people().invite(Actor.COMMAND_LINE, name, allowed);
            show(invited.user(), invited.link());
        }
        return 0;
    }

    @Command(
            name = "reset-password",
            header = "Show a link by which a user sets a new password; until then the old one holds.",
            mixinStandardHelpOptions = true)
    int resetPassword(@Parameters(paramLabel = "NAME", description = WHO) String name) {
        try (Engine engine = open(workspace.directory())) {
            User user = engine.people().users().named(name);
            show(user, engine.people().resetPassword(Actor.COMMAND_LINE, user));
        }
        return 0;
    }

    private void show(User user, Secret link) {
        out().println(Links.password(link));
        out().flush();
        err().println("Opened at the address of the server within a day, such as http://localhost:8080/password?…,"
                + " this sets the password of " + user + ", once. It is not shown again.");
    }

    @Command(name = "list", header = "List the users, those disabled too.", mixinStandardHelpOptions = true)
    int list(@Mixin WrittenFormat format) {
        try (Engine engine = open(workspace.directory())) {
            Sheet<User> sheet = Sheet.of(
                            "users",
                            engine.workspace().settings().zone(),
                            engine.people().users().all())
                    .text("name", User::name)
                    .text("role", user -> user.role().toString())
                    .text("signs-in-by", User::means)
                    .time("created", user -> Optional.of(user.created()))
                    .time("disabled", User::disabled);
            writer(format).write(sheet, "There are no users: the first is made at the address that the server prints.");
        }
        return 0;
    }

    @Command(name = "role", header = "Give a user another role.", mixinStandardHelpOptions = true)
    int role(
            @Parameters(paramLabel = "NAME", description = WHO) String name,
            @Parameters(paramLabel = "ROLE", description = "viewer, analyst, marketer or admin.") String role) {
        Role allowed = Role.of(role);
        try (Engine engine = open(workspace.directory())) {
            People people = engine.people();
            User changed = people.changeRole(Actor.COMMAND_LINE, people.users().named(name), allowed);
            out().println(changed.name() + " may now " + allowed.meaning() + ".");
        }
        return 0;
    }

    @Command(
            name = "disable",
            header = "Have a user do nothing any more, and sign it out everywhere.",
            mixinStandardHelpOptions = true)
    int disable(@Parameters(paramLabel = "NAME", description = WHO) String name) {
        try (Engine engine = open(workspace.directory())) {
            People people = engine.people();
            User changed = people.disable(Actor.COMMAND_LINE, people.users().named(name));
            out().println(changed.name() + " is signed out everywhere and can sign in no more.");
        }
        return 0;
    }

    @Command(name = "enable", header = "Have a disabled user sign in again.", mixinStandardHelpOptions = true)
    int enable(@Parameters(paramLabel = "NAME", description = WHO) String name) {
        try (Engine engine = open(workspace.directory())) {
            People people = engine.people();
            User changed = people.enable(Actor.COMMAND_LINE, people.users().named(name));
            out().println(changed.name() + " can sign in again.");
        }
        return 0;
    }
}
