package perennial.server.web.report;

import java.util.List;
import perennial.core.customer.Owner;
import perennial.core.question.People;
import perennial.server.api.Customers;
import perennial.server.web.Figures;
import perennial.server.web.customer.CustomerAddress;

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
            return new Person(owner.id(), Customers.word(owner.kind()), new CustomerAddress(owner).path());
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
}
