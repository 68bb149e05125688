package perennial.core.question;

import java.util.List;

/// A question with everything settled. It visits each shard of a history once; what the shards say adds up to the
/// answer, in any order.
public sealed interface Question permits CountQuestion, CustomerQuestion {
    /// The rules used, in words, one sentence each.
    List<String> rules();
}
