package perennial.server.web.report;

import java.util.List;
import java.util.Optional;
import perennial.core.customer.Owner;
import perennial.core.question.People;
import perennial.core.segment.Segment;
import perennial.server.api.Customers;
import perennial.server.web.Figures;
import perennial.server.web.builder.SegmentAddress;
import perennial.server.web.customer.CustomerAddress;
import perennial.store.answer.Answers;

/// The people behind a number.
///
/// @param what was clicked, in words
/// @param count how many there are; `shown` the first of them
/// @param segment the address of the page on which they are saved as a segment, if one says who they are
/// @param campaign the address of the page on which they are won back
/// @param close the address of the page without them
public record PeopleView(
        String what,
        String count,
        List<Person> shown,
        int left,
        Optional<String> segment,
        Optional<String> campaign,
        String csv,
        String close) {
    private static final int MOST_SHOWN = 200;

    /// @param address of the page of that person
    public record Person(String id, String kind, String address) {
        public static Person of(Owner owner) {
            return new Person(owner.id(), Customers.word(owner.kind()), new CustomerAddress(owner).path());
        }
    }

    static PeopleView of(Inquiry inquiry, People people, Answers answers) {
        var answer = new Answered(inquiry, people.asked());
        List<Person> shown =
                people.owners().stream().limit(MOST_SHOWN).map(Person::of).toList();
        Optional<String> segment = Behind.of(inquiry, people, answers).map(Segment::toString);
        return new PeopleView(
                CellWords.of(answer, people.row(), people.count()),
                Figures.whole(people.owners().size()),
                shown,
                people.owners().size() - shown.size(),
                segment.map(text -> SegmentAddress.draft("", text)),
                segment.map(SegmentAddress::campaign),
                inquiry.export("csv"),
                inquiry.withoutCell().address());
    }
}
