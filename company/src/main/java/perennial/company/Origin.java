package perennial.company;

/// What brought a visit, as properties of its first event; without any it came by itself.
record Origin(String json) {
    static final Origin DIRECT = new Origin("");

    static Origin from(String referrer) {
        return new Origin(",\"referrer\":\"" + referrer + "\"");
    }

    /// A link that says whose it is.
    static Origin tagged(String source, String medium, String campaign) {
        return new Origin(",\"utm_source\":\"" + source + "\",\"utm_medium\":\"" + medium + "\",\"utm_campaign\":\""
                + campaign + "\"");
    }

    Origin and(Origin other) {
        return new Origin(json + other.json);
    }

    /// Some properties with those of the origin behind them.
    String behind(String properties) {
        return properties + json;
    }
}
