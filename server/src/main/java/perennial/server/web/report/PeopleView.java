package perennial.server.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import perennial.core.customer.Owner;
import perennial.core.question.People;
import perennial.server.web.Figures;

/// The people behind a number.
///
/// @param what was clicked, in words
/// @param count how many there are; `shown` the first of them
/// @param close the address of the page without them
public record PeopleView(String what, String count, List<Person> shown, int left, String csv, String close) {
    private static final int MOST_SHOWN = 200;

    /// @param address of the page of that person
    public record Person(String id, String kind, String address) {
        public static Person of(Owner owner) {
            return new Person(
                    owner.id(), owner.kind().toString(), PeopleView.address(owner.id()) + "?kind=" + owner.kind());
        }
    }

    static PeopleView of(Inquiry inquiry, People people) {
        var answer = new Answered(inquiry, people.asked());
        List<Person> shown =
                people.owners().stream().limit(MOST_SHOWN).map(Person::of).toList();
        return new PeopleView(
                CellWords.of(answer, people.row(), people.count()),
                Figures.whole(people.owners().size()),
                shown,
                people.owners().size() - shown.size(),
                inquiry.export("csv"),
                inquiry.withoutCell().address());
    }

    /// The address of the page of somebody.
    public static String address(String id) {
        return "/customers/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
