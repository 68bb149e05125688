package perennial.store.query;

/// A query that cannot be answered as it stands: the user's fault, said in a sentence.
public final class QueryFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    QueryFault(String sentence) {
        super(sentence);
    }
}
