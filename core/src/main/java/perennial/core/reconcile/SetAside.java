package perennial.core.reconcile;

/// A rule of ours that another tool may not have, and without which the same events are read.
public enum SetAside {
    NOTHING,
    /// What filters leave out counts.
    FILTERS,
    /// No id is known to be anybody else: an event is of its user, else of its visitor.
    LINKS,
    /// A visitor is not the first user it was seen with alone: all users ever seen with it are one.
    FIRST_USER
}
