package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import perennial.core.question.BadOption;
import perennial.core.question.Options;

/// The parameters of a request: those of a question, and those that say how it is answered.
public record Parameters(Map<String, List<String>> given) {
    /// How an answer is written, and the people behind which cell are asked for.
    private static final Set<String> OF_ANSWERS = Set.of("format", "who");

    /// Those of the address alone: a body is no parameter, even if it says it were a form.
    public static Parameters of(HttpServletRequest request) {
        return of(Optional.ofNullable(request.getQueryString()).orElse(""));
    }

    /// Those of the query of an address.
    public static Parameters of(String query) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                all.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(equals < 0 ? "true" : decoded(pair.substring(equals + 1)));
            }
        }
        return new Parameters(all);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadOption(text, "a % in an address is followed by two digits of hexadecimal; write % as %25");
        }
    }

    /// Those of a request that takes these alone.
    ///
    /// @throws BadOption if there are others
    public static Parameters of(HttpServletRequest request, String first, String... others) {
        List<String> names =
                Stream.concat(Stream.of(first), Arrays.stream(others)).toList();
        Parameters all = of(request);
        all.require(names::contains, "there is no such parameter here; there are " + String.join(", ", names));
        return all;
    }

    /// Requires that there are none.
    ///
    /// @throws BadOption if there are some
    static void none(HttpServletRequest request) {
        of(request).require(_ -> false, "this address has no parameters; leave it out");
    }

    private void require(Predicate<String> isKnown, String fault) {
        given.keySet().stream().filter(isKnown.negate()).findFirst().ifPresent(name -> {
            throw new BadOption(name, fault);
        });
    }

    /// These but one.
    public Parameters without(String name) {
        Map<String, List<String>> fewer = new HashMap<>(given);
        fewer.remove(name);
        return new Parameters(fewer);
    }

    /// A parameter that may be given once.
    public Optional<String> text(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadOption(name, "it is given " + values.size() + " times; give it once");
        }
        return values.stream().findFirst();
    }

    /// A parameter that must be given.
    String required(String name, String what) {
        return text(name).orElseThrow(() -> new BadOption(name, "give " + what));
    }

    /// A parameter, read; a fault names it.
    public <T> Optional<T> read(String name, Function<String, T> reader) {
        return text(name).map(text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException fault) {
                throw new BadOption(name, String.valueOf(fault.getMessage()));
            }
        });
    }

    /// A whole number from 1 to a limit.
    int count(String name, int byDefault, int most) {
        return read(name, text -> {
                    if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
                        throw new IllegalArgumentException("\"" + text + "\" is no whole number from 1 to " + most);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(byDefault);
    }

    /// What is said to the question itself.
    public Options options() {
        Options options = Options.NONE;
        for (var each : given.entrySet()) {
            for (String value : OF_ANSWERS.contains(each.getKey()) ? List.<String>of() : each.getValue()) {
                options = options.with(each.getKey(), value);
            }
        }
        return options;
    }

    /// How the answer is to be written.
    public AnswerFormat format() {
        return read("format", AnswerFormat::of).orElse(AnswerFormat.JSON);
    }
}
