package perennial.core.selection;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The name that a mistyped one was probably meant to be.
public final class Nearest {
    private Nearest() {}

    /// Asks whether it was meant, as a sentence behind a blank; empty if no name is near.
    public static String hint(String name, Collection<String> names) {
        return to(name, names).map(each -> " Did you mean \"" + each + "\"?").orElse("");
    }

    /// The nearest of these names, if one is near enough to be meant.
    public static Optional<String> to(String name, Collection<String> names) {
        int most = Math.max(1, (name.length() + 1) / 3);
        return names.stream()
                .filter(each -> distance(name, each) <= most)
                .min(Comparator.comparingInt(each -> distance(name, each)));
    }

    /// Letters to insert, drop or change (Levenshtein), case and spacing aside.
    private static int distance(String left, String right) {
        String a = plain(left);
        String b = plain(right);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
