package perennial.core.question;

import perennial.core.history.Group;

/// The tallies of all groups; without `--by` there is the one without a value.
public interface Tallies {
    Tally of(Group group);
}
