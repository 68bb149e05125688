package perennial.core.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import perennial.core.history.Membership;
import perennial.core.history.Segments;
import perennial.core.selection.Nearest;
import perennial.core.selection.SelectionError;

/// The segments that can be asked for: saved ones and built-in ones by name, and any expression.
public final class SegmentLibrary implements Segments {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_'-]+( [\\p{L}\\p{N}_'-]+)*");

    /// So many characters the name of a segment has at most.
    public static final int LONGEST_NAME = 200;

    private final SavedSegments saved;

    public SegmentLibrary(SavedSegments saved) {
        this.saved = saved;
    }

    @Override
    public Membership read(String text) {
        Segment asked = asked(text.strip());
        List<String> used = new ArrayList<>();
        Segment whole = withoutNames(asked, List.of(), used);
        String words = switch (asked) {
            case Segment.Named _ -> used.removeFirst() + ": " + withNames(text.strip());
            case Segment expression -> "\"" + expression + "\"";
        };
        return new SegmentMembership(whole, words + (used.isEmpty() ? "" : ", with " + String.join(", ", used)));
    }

    /// A name goes before an expression, which can be put into parentheses.
    private Segment asked(String text) {
        if (isName(text)) {
            return new Segment.Named(text);
        }
        try {
            return Segment.parse(text);
        } catch (SelectionError unread) {
            String[] words = text.split(" ");
            boolean isMeantAsName = NAME.matcher(text).matches()
                    && (words.length == 1
                            || Nearest.to(words[0], SegmentParser.STARTS).isEmpty());
            throw isMeantAsName ? noSegment(text) : unread;
        }
    }

    private boolean isName(String text) {
        return saved.find(text).isPresent() || BuiltIn.named(text).isPresent();
    }

    /// The definition under a name.
    ///
    /// @throws SegmentFault naming all, if there is none
    public Segment withNames(String name) {
        return saved.find(name)
                .map(SavedSegments.Saved::segment)
                .or(() -> BuiltIn.named(name).map(BuiltIn::segment))
                .orElseThrow(() -> noSegment(name));
    }

    private SegmentFault noSegment(String name) {
        var all = new TreeSet<>(saved.names());
        all.addAll(BuiltIn.names());
        return new SegmentFault("There is no segment \"" + name + "\""
                + "; those there are: " + String.join(", ", all) + "." + Nearest.hint(name, all)
                + " An expression would be such as: country = Germany");
    }

    /// Whether a segment can be saved under a name.
    ///
    /// @throws SegmentFault if it is a built-in one's name, or the segment would contain itself or one
    ///     that is not there
    public void requireSavable(String name, Segment segment) {
        if (name.isBlank() || !name.strip().equals(name)) {
            throw new SegmentFault(
                    "The name of a segment needs a letter and no space at its ends, was \"" + name + "\"");
        }
        if (name.length() > LONGEST_NAME) {
            throw new SegmentFault("The name of a segment has at most " + LONGEST_NAME + " characters, this one "
                    + name.length() + "; choose a shorter one");
        }
        if (BuiltIn.named(name).isPresent()) {
            throw new SegmentFault("\"" + name + "\" is a built-in segment, which stays as it is; choose another name");
        }
        withoutNames(segment, List.of(name), new ArrayList<>());
    }

    /// Whether a segment can be deleted.
    ///
    /// @throws SegmentFault if there is none, it is built in, or others name it
    public void requireDeletable(String name) {
        if (saved.find(name).isEmpty()) {
            throw BuiltIn.named(name).isPresent()
                    ? new SegmentFault("\"" + name + "\" is a built-in segment, which stays")
                    : noSegment(name);
        }
        List<String> users = usersOf(name);
        if (!users.isEmpty()) {
            throw new SegmentFault(
                    "\"" + name + "\" is part of " + String.join(", ", users) + "; change or delete those first");
        }
    }

    /// The segment with the definitions in place of names; adds to `used` what each of them was.
    private Segment withoutNames(Segment segment, List<String> within, List<String> used) {
        return switch (segment) {
            case Segment.Named(String name) -> {
                if (within.contains(name)) {
                    throw new SegmentFault("The segment \"" + name + "\" would contain itself: "
                            + String.join(" in ", within.reversed()) + "; leave it out of one of them");
                }
                Segment found = withNames(name);
                String use = saved.find(name)
                        .map(each -> "\"" + name + "\" (version " + each.version() + ")")
                        .orElse("\"" + name + "\" (built in)");
                if (!used.contains(use)) {
                    used.add(use);
                }
                List<String> inside = new ArrayList<>(within);
                inside.add(name);
                yield withoutNames(found, inside, used);
            }
            case Segment.All(var of) ->
                new Segment.All(of.stream()
                        .map(each -> withoutNames(each, within, used))
                        .toList());
            case Segment.Any(var of) ->
                new Segment.Any(of.stream()
                        .map(each -> withoutNames(each, within, used))
                        .toList());
            case Segment.Not(var of) -> new Segment.Not(withoutNames(of, within, used));
            case Segment.Trait _,
                    Segment.Did _,
                    Segment.FirstDid _,
                    Segment.DidThen _,
                    Segment.Inactive _,
                    Segment.LifeEnded _,
                    Segment.InLife _,
                    Segment.WonBack _,
                    Segment.Scored _ -> segment;
        };
    }

    /// The saved segments that name this one.
    public List<String> usersOf(String name) {
        return saved.names().stream()
                .filter(each -> SegmentMembership.parts(withNames(each)).anyMatch(new Segment.Named(name)::equals))
                .toList();
    }
}
