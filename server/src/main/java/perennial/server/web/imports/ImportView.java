package perennial.server.web.imports;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.store.imports.Reject;

/// An import that was done: every row of it accounted for, and how it is taken back.
///
/// @param rejects the first of the rows that were refused
/// @param confirmation what is typed to take it back
/// @param fault why it was not
public record ImportView(
        Page page, ImportList.Line line, List<Reject> rejects, String confirmation, Optional<String> fault) {
    /// Where the file stood, without its folder.
    public String place(Reject reject) {
        return ImportList.Line.last(reject.file()) + ":" + reject.line();
    }

    /// A sentence of the store in the words of the page.
    public String inWords(String sentence) {
        return Upload.inWords(sentence);
    }
}
