package perennial.server.web;

/// What went wrong.
///
/// @param sentence what it is and what to do
public record ErrorView(Page page, String sentence) {}
