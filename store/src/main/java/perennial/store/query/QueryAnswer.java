package perennial.store.query;

import java.time.Instant;

/// What a query found.
///
/// @param text as JSON or CSV
/// @param copied as of when it speaks
/// @param isCut whether there were more rows than it may show
public record QueryAnswer(String text, Instant copied, boolean isCut) {}
