package perennial.core.question;

/// The tallies of all groups; without `--by` there is the one named "".
public interface Tallies {
    Tally of(String group);
}
