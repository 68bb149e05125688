package perennial.server.web.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.server.web.Page;
import perennial.store.imports.Glance;
import perennial.store.imports.Tool;
import perennial.store.imports.Use;

/// A file that waits for somebody to say how to read it.
///
/// @param preview the first rows as they would be read
/// @param fault why they cannot be
/// @param failed why nothing was stored when it was tried
public record MappingView(
        Page page,
        String address,
        String size,
        Glance glance,
        Choices choices,
        Optional<PreviewRows> preview,
        Optional<String> fault,
        Optional<String> failed) {

    /// A way to read the file.
    public record Way(String code, String title) {}

    /// The ways there are.
    public List<Way> ways() {
        var columns = Stream.of(new Way(Choices.COLUMNS, "By its columns"));
        var tools =
                Arrays.stream(Tool.values()).map(tool -> new Way(tool.toString(), "As " + tool.title() + " writes it"));
        return Stream.concat(columns, tools).toList();
    }

    /// A sentence of the store in the words of the page.
    public String inWords(String sentence) {
        return Upload.inWords(sentence);
    }

    public boolean isByColumns() {
        return choices.as().equals(Choices.COLUMNS);
    }

    public List<Use> uses() {
        return List.of(Use.values());
    }
}
