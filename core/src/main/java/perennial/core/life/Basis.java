package perennial.core.life;

import java.util.Arrays;
import java.util.Locale;
import perennial.core.history.History;
import perennial.core.question.Option;
import perennial.core.question.Options;

/// What being a customer rests on: use or a contract.
public enum Basis {
    USAGE,
    CONTRACT;

    private static final String NAME = "basis";

    /// The option that sets it.
    public static Option option(Basis byDefault) {
        return new Option(
                NAME,
                "usage|contract",
                byDefault.toString(),
                "usage: somebody silent for too long has left; contract: somebody whose last contract ended.");
    }

    /// An option that means something for lives by use alone.
    public static Option forUsage(Option option) {
        return option.onlyWith(NAME, USAGE.toString());
    }

    /// The setting.
    public static Basis of(Options options) {
        return options.read(NAME, Basis::of).orElseThrow();
    }

    private static Basis of(String name) {
        return Arrays.stream(values())
                .filter(basis -> basis.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + name + "\" is no basis; choose usage or contract"));
    }

    /// The lives it means in this history.
    ///
    /// @param inactiveAfter silent days that end a life by use
    public LifeSource lives(History history, int inactiveAfter) {
        return switch (this) {
            case USAGE -> new UsageLives(inactiveAfter);
            case CONTRACT -> ContractLives.of(history);
        };
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
