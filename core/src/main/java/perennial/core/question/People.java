package perennial.core.question;

import java.util.List;
import perennial.core.answer.Row;
import perennial.core.customer.Owner;

/// The people behind one cell of an answer.
///
/// @param row the row the cell stands in
/// @param count the name of the count
/// @param number what the cell says; it may exceed the number of owners where it counts lives, of which one may have
/// many
/// @param owners in order, each once
public record People(Asked asked, Row row, String count, long number, List<Owner> owners) {
    public People {
        owners = List.copyOf(owners);
    }
}
