package perennial.store.ingest;

/// A call that could not be stored, as it is kept to look at: `reason` is the stable code, `message` the sentence with
/// the fix, `call` its text.
public record RefusedCall(String field, String value, String reason, String message, String call) {
    private static final int KEPT_LETTERS = 2_000;

    public RefusedCall {
        call = call.length() > KEPT_LETTERS ? call.substring(0, KEPT_LETTERS) + "…" : call;
    }
}
