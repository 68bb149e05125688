package perennial.store.view;

import java.util.List;

/// All that a family of units is answered from at one moment: the base, then the owners touched since, oldest first.
///
/// @param names event names by code; a layer knows those that were there when it was made
/// @param meetings what refreshing has learnt since the base was built
record Layers(Base base, Arrived arrived, List<Layer> all, List<String> names, Meetings meetings) {
    /// How far the log goes, and the time of its newest event in milliseconds (-1 without any).
    record Arrived(long seq, long newest) {
        static final Arrived NOTHING = new Arrived(0, -1);
    }

    Layers {
        all = List.copyOf(all);
    }

    /// The base as it was built, with nothing beside it.
    static Layers of(Base base) {
        Manifest manifest = base.manifest();
        return new Layers(
                base,
                new Arrived(manifest.lastSeq(), manifest.newest()),
                List.of(Layer.of(base.body())),
                manifest.names(),
                new Meetings());
    }
}
