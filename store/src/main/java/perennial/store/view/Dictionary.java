package perennial.store.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of a property, each with its code; the first stands for "absent".
final class Dictionary {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>(List.of(""));

    int code(String text) {
        return codes.computeIfAbsent(text, missing -> {
            texts.add(missing);
            return texts.size() - 1;
        });
    }

    List<String> texts() {
        return texts;
    }
}
