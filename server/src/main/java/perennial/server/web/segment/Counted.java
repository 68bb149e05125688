package perennial.server.web.segment;

import java.util.List;
import perennial.server.web.Figures;
import perennial.server.web.report.PeopleView.Person;

/// How many a segment means now, and who.
///
/// @param sizes of visitors, users and customers
/// @param sample some of the customers
/// @param notes what may be misspelt
public record Counted(List<Size> sizes, List<Person> sample, List<String> notes, String asOf) {
    /// So many of so many.
    ///
    /// @param units whose timelines are asked, in the plural
    public record Size(String units, long members, long of) {
        public String number() {
            return Figures.whole(members);
        }

        public String whole() {
            return Figures.whole(of);
        }

        public String share() {
            return of == 0 ? "" : Figures.percent((double) members / of);
        }
    }

    /// The size of which pages speak first.
    public Size customers() {
        return sizes.getLast();
    }
}
