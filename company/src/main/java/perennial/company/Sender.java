package perennial.company;

/// Who a line says it is from, as the fields of its JSON object.
record Sender(String json) {
    static Sender visitor(String anonymousId) {
        return new Sender("\"anonymousId\":\"" + anonymousId + "\"");
    }

    static Sender user(String userId) {
        return new Sender("\"userId\":\"" + userId + "\"");
    }

    /// This one, seen on a device that was anonymous before.
    Sender on(String anonymousId) {
        return new Sender("\"anonymousId\":\"" + anonymousId + "\"," + json);
    }

    /// This one, acting for an account.
    Sender within(String accountId) {
        return new Sender(json + ",\"context\":{\"groupId\":\"" + accountId + "\"}");
    }
}
