package perennial.server.web.builder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Where the pages of segments are.
public final class SegmentAddress {
    public static final String ALL = "/segments";
    public static final String NEW = ALL + "/new";
    public static final String COUNT = ALL + "/count";
    public static final String ROWS = ALL + "/rows";
    public static final String DELETE = ALL + "/delete";
    public static final String MEMBERS = ALL + "/members.csv";

    /// Names that are a piece of a path like any other; the rest stand behind the path.
    private static final Pattern PLAIN = Pattern.compile("(?!new$)[\\p{L}\\p{N} _-]+");

    private SegmentAddress() {}

    /// The page of the segment under a name.
    public static String of(String name) {
        return ALL + (PLAIN.matcher(name).matches() ? "/" : "?name=") + encoded(name);
    }

    /// The page on which one is written that is not saved yet.
    public static String draft(String name, String text) {
        return NEW + "?name=" + encoded(name) + "&segment=" + encoded(text);
    }

    public static String members(String name) {
        return MEMBERS + "?segment=" + encoded(name);
    }

    /// A report about the members.
    public static String report(String question, String name, String more) {
        return "/reports/" + question + "?segment=" + encoded(name) + more;
    }

    /// The page on which a campaign for its members is planned.
    ///
    /// @param segment its name, or an expression
    public static String campaign(String segment) {
        return "/campaigns/new?audience=" + encoded(segment);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
