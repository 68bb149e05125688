package perennial.core.question;

import java.util.List;
import perennial.core.history.History;

/// A question of the catalogue before anybody has asked it: its name, its own options, and how to make it ready.
public interface QuestionKind {
    /// As the command line and the API name it, such as `active-users`.
    String name();

    /// What it answers, in one sentence.
    String answers();

    /// The unit asked when none is given.
    Unit unit();

    /// The options of its own, beside those every question has ([Catalogue#COMMON]).
    List<Option> options();

    /// The question of these options on this history: names resolved, range settled.
    ///
    /// @throws BadOption if a setting cannot be used
    Question resolve(Options options, History history);
}
