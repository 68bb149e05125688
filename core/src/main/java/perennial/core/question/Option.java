package perennial.core.question;

/// A setting of a question, as the command line, the API and the docs show it.
///
/// @param name without dashes, such as `within`
/// @param values what may be given, such as `DAYS` or `first|first-ever|recurring`
/// @param byDefault the value if none is given, as text; empty if the option is simply off
/// @param help one sentence
public record Option(String name, String values, String byDefault, String help) {}
