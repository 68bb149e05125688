package perennial.server.web;

import java.util.Optional;

/// What surrounds the content of a page.
///
/// @param title what the page is, in two or three words
/// @param place the line of the side bar that is marked; none on pages outside it
/// @param workspace its name
/// @param user who is signed in
/// @param formToken what a form sends back to prove that it was ours
public record Page(
        String title,
        Optional<Place> place,
        Theme theme,
        String workspace,
        Optional<String> user,
        Optional<String> formToken,
        Assets assets) {
    public boolean isAt(Place other) {
        return place.filter(other::equals).isPresent();
    }

    /// Whether this tab of a narrow screen is marked: it stands for its group, unless another tab does.
    public boolean isUnder(Place tab) {
        return isAt(tab)
                || place.filter(here -> !Place.TABS.contains(here) && here.group() == tab.group())
                        .isPresent();
    }

    /// Whether it stands under the tab that opens the places without one.
    public boolean isUnderMore() {
        return place.filter(Place.MORE::contains).isPresent();
    }
}
