package perennial.store.imports;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.core.selection.Condition;
import perennial.store.json.Json;

/// Events as Google Analytics 4 exports them to BigQuery, and BigQuery as NDJSON or Parquet.
final class Ga4Shape implements Shape {
    static final Vocabulary WORDS = Vocabulary.of("""
            page_view = Page Viewed
            screen_view = Screen Viewed
            session_start = Session Started
            first_visit = Site First Visited
            first_open = Application Installed
            user_engagement = Page Engaged
            sign_up = Signed Up
            login = Signed In
            view_item = Product Viewed
            view_item_list = Product List Viewed
            select_item = Product Clicked
            add_to_cart = Product Added
            remove_from_cart = Product Removed
            view_cart = Cart Viewed
            add_to_wishlist = Product Added to Wishlist
            begin_checkout = Checkout Started
            add_payment_info = Payment Info Entered
            purchase = Order Completed
            in_app_purchase = Order Completed
            refund = Order Refunded
            search = Products Searched
            view_search_results = Products Searched
            view_promotion = Promotion Viewed
            select_promotion = Promotion Clicked
            share = Product Shared
            app_update = Application Updated
            app_remove = Application Uninstalled
            app_exception = Application Crashed
            notification_receive = Push Notification Received
            notification_open = Push Notification Tapped
            """, """
            page_location = url
            page_referrer = referrer
            page_title = title
            firebase_screen = name
            """, """
            device.category = device
            device.operating_system = os
            device.web_info.browser = browser
            device.language = language
            geo.country = country
            geo.city = city
            platform = platform
            collected_traffic_source.manual_source = utm_source
            collected_traffic_source.manual_medium = utm_medium
            collected_traffic_source.manual_campaign_name = utm_campaign
            collected_traffic_source.gclid = gclid
            ecommerce.transaction_id = transaction_id
            """);

    private final Accounts accounts;
    private final TimeFormat times = new TimeFormat(Optional.of("epoch-us"), ZoneOffset.UTC);

    Ga4Shape(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public MappedRow row(long line, Fields row) throws Refused {
        String name = row.text("event_name");
        Origin origin = new Origin(
                        line, "", row.text("user_pseudo_id"), row.text("user_id"), row.time(times, "event_timestamp"))
                .requireSomebody(
                        "user_pseudo_id",
                        "The row does not say whose event it is: user_pseudo_id and user_id are empty, as they are for"
                                + " visitors who did not consent; such events cannot be counted by person");
        if (name.isBlank()) {
            throw new Refused("event_name", name, Reason.MISSING_EVENT, "The row names no event; fill event_name");
        }
        var properties = new Fields("event_params.", pairs(row, "event_params"), false);
        return origin.event(
                WORDS.event(name),
                accounts.of(properties),
                WORDS.properties(row, properties.object().fields()),
                value(name, row, properties),
                properties.currency("currency"),
                origin.traits(new Fields("user_properties.", pairs(row, "user_properties"), false)));
    }

    private static Optional<BigDecimal> value(String name, Fields row, Fields properties) throws Refused {
        Optional<BigDecimal> value =
                row.inner("ecommerce").amount(name.equals("refund") ? "refund_value" : "purchase_revenue");
        return value.isPresent() ? value : properties.amount("value");
    }

    /// A list of `{"key": …, "value": {"string_value": … or another kind}}` as an object.
    private static Json.Object pairs(Fields row, String name) throws Refused {
        SortedMap<String, Json> pairs = new TreeMap<>();
        Json list = row.object().field(name).orElse(new Json.Array(List.of()));
        if (!(list instanceof Json.Array(List<Json> entries))) {
            throw new Refused(
                    name,
                    list.text(),
                    Reason.BAD_FIELD,
                    "\"" + name
                            + "\" is no list; give one such as [{\"key\":\"plan\",\"value\":{\"string_value\":\"pro\"}}]");
        }
        for (Json entry : entries) {
            if (entry instanceof Json.Object(SortedMap<String, Json> pair)
                    && pair.get("key") instanceof Json.Text(String key)
                    && pair.get("value") instanceof Json.Object(SortedMap<String, Json> kinds)) {
                kind(kinds).ifPresent(value -> pairs.put(key, value));
            }
        }
        return new Json.Object(pairs);
    }

    /// The value of the kind that is filled. Whole numbers come as texts, fractions with or without a zero behind the
    /// point, as the format has it: they are written one way, so that an event is the same in all formats.
    private static Optional<Json> kind(Map<String, Json> kinds) {
        for (Map.Entry<String, Json> kind : kinds.entrySet()) {
            String text = JsonLine.plain(kind.getValue());
            if (kind.getKey().equals("string_value") && kind.getValue() instanceof Json.Text) {
                return Optional.of(kind.getValue());
            }
            if (kind.getKey().matches("(int|float|double)_value") && Condition.isNumber(text)) {
                return Optional.of(new Json.Number(
                        new BigDecimal(text).stripTrailingZeros().toPlainString()));
            }
        }
        return Optional.empty();
    }
}
