package perennial.core.catalogue;

import java.util.List;
import perennial.core.acquisition.Acquisition;
import perennial.core.activity.ActiveUsers;
import perennial.core.activity.Frequency;
import perennial.core.activity.Stickiness;
import perennial.core.adoption.Adoption;
import perennial.core.churn.Churn;
import perennial.core.funnel.Funnel;
import perennial.core.inactivity.AtRisk;
import perennial.core.inactivity.Inactivity;
import perennial.core.inactivity.Reactivation;
import perennial.core.lifecycle.Lifecycle;
import perennial.core.path.Paths;
import perennial.core.question.QuestionKind;
import perennial.core.retention.Retention;
import perennial.core.selection.Nearest;
import perennial.core.session.Sessions;
import perennial.core.session.Traffic;
import perennial.core.winback.CancelReasons;
import perennial.core.winback.ReturnCurve;
import perennial.core.winback.Winback;

/// Every question there is.
public final class Catalogue {
    private static final List<QuestionKind> ALL = List.of(
            ActiveUsers.KIND,
            Acquisition.KIND,
            Lifecycle.KIND,
            Stickiness.KIND,
            Frequency.KIND,
            Adoption.KIND,
            Retention.KIND,
            Inactivity.KIND,
            Reactivation.KIND,
            Churn.KIND,
            CancelReasons.KIND,
            Winback.KIND,
            ReturnCurve.KIND,
            AtRisk.KIND,
            Funnel.KIND,
            Sessions.KIND,
            Traffic.KIND,
            Paths.KIND);

    private Catalogue() {}

    public static List<QuestionKind> all() {
        return ALL;
    }

    /// The question with this name.
    ///
    /// @throws NoQuestion naming the nearest and all questions, if there is none
    public static QuestionKind named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> names = ALL.stream().map(QuestionKind::name).toList();
            return new NoQuestion("There is no question \"" + name + "\"." + Nearest.hint(name, names)
                    + " The questions are: " + String.join(", ", names));
        });
    }
}
