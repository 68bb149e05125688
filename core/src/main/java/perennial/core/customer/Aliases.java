package perennial.core.customer;

import java.util.HashMap;
import java.util.Map;

/// User ids joined by aliases (union-find). After joining *from* to *to*, both stand for whom *to* stood for; so the
/// order of the links matters, and they are given by time.
public final class Aliases {
    private final Map<String, String> parents = new HashMap<>();

    /// Makes two ids one.
    public void join(String from, String to) {
        String fromRoot = root(from);
        String toRoot = root(to);
        parents.put(toRoot, toRoot);
        parents.put(fromRoot, toRoot);
    }

    /// The id that stands for this one; itself if it was never joined.
    public String root(String id) {
        String root = id;
        for (String parent = parents.getOrDefault(root, root); !parent.equals(root); ) {
            root = parent;
            parent = parents.getOrDefault(root, root);
        }
        for (String each = id; !each.equals(root); ) {
            String parent = parents.getOrDefault(each, root);
            parents.put(each, root);
            each = parent;
        }
        return root;
    }

    /// Every id that was joined, with the one that stands for it.
    public Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        for (String id : Map.copyOf(parents).keySet()) {
            all.put(id, root(id));
        }
        return all;
    }
}
