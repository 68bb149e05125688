package perennial.store.view;

import java.nio.file.Path;

/// A view on disk that is open. It never changes.
///
/// @param place its directory
record Base(Path place, Manifest manifest, StoredPart.Body body) {}
