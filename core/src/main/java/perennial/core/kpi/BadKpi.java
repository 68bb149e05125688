package perennial.core.kpi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.core.selection.WordReader;

/// A KPI that cannot be answered or saved: the user's fault, said with the thing and the fix.
public final class BadKpi extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadKpi(String sentence) {
        super(sentence);
    }

    /// What is wrong with a term of a formula, and where it stands.
    static BadKpi at(Formula.Term term, Formula formula, String sentence) {
        String text = formula.toString();
        Matcher place = Pattern.compile("(?<![\\w.-])" + Pattern.quote(term.toString()) + "(?![\\w.(-])")
                .matcher(text);
        return new BadKpi(sentence + ":\n" + WordReader.marked(text, place.find() ? place.start() : 0));
    }
}
