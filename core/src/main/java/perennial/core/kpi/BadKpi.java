package perennial.core.kpi;

/// A KPI that cannot be answered or saved: the user's fault, said with the thing and the fix.
public final class BadKpi extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadKpi(String sentence) {
        super(sentence);
    }
}
