package perennial.core.event;

import java.util.List;

/// The names that events of known meaning carry: the Segment spec's where it has one.
///
/// Using them is a convenience, no duty: a workspace may map other names to the same roles.
public final class StandardNames {
    public static final String PAGE_VIEWED = "Page Viewed";
    public static final String SCREEN_VIEWED = "Screen Viewed";
    public static final String SIGNED_UP = "Signed Up";
    public static final String SIGNED_IN = "Signed In";
    public static final String PRODUCT_VIEWED = "Product Viewed";
    public static final String PRODUCT_ADDED = "Product Added";
    public static final String CHECKOUT_STARTED = "Checkout Started";
    public static final String ORDER_COMPLETED = "Order Completed";
    public static final String ORDER_REFUNDED = "Order Refunded";
    public static final String TRIAL_STARTED = "Trial Started";
    public static final String TRIAL_ENDED = "Trial Ended";

    /// A contract begins. Properties: `subscription` (its id), `plan`.
    public static final String SUBSCRIPTION_STARTED = "Subscription Started";
    /// A contract changes its plan, quantity or price; no life ends or begins.
    public static final String SUBSCRIPTION_CHANGED = "Subscription Changed";
    /// A contract is cancelled. Properties: `subscription`, `reason`, `ends_at` (when the paid term ends).
    public static final String SUBSCRIPTION_CANCELLED = "Subscription Cancelled";

    public static final String SUBSCRIPTION_RENEWED = "Subscription Renewed";
    public static final String INVOICE_PAID = "Invoice Paid";
    public static final String PAYMENT_FAILED = "Payment Failed";
    public static final String EMAIL_SENT = "Email Sent";
    public static final String EMAIL_DELIVERED = "Email Delivered";
    public static final String EMAIL_OPENED = "Email Opened";
    public static final String EMAIL_CLICKED = "Email Link Clicked";
    public static final String UNSUBSCRIBED = "Unsubscribed";

    /// A campaign decided on a customer. Properties: `campaign`, `version`, `arm`, `life`, `offer`.
    public static final String CAMPAIGN_ASSIGNED = "Campaign Assigned";

    public static final String HOLDOUT_ASSIGNED = "Holdout Assigned";
    /// It left one out. Properties: `campaign`, `version`, `reason`.
    public static final String CAMPAIGN_EXCLUDED = "Campaign Excluded";

    public static final String MESSAGE_SENT = "Message Sent";
    public static final String MESSAGE_DELIVERED = "Message Delivered";
    public static final String MESSAGE_BOUNCED = "Message Bounced";
    public static final String MESSAGE_OPENED = "Message Opened";
    public static final String MESSAGE_CLICKED = "Message Link Clicked";

    /// Names of events that the customer did not cause: they happen to it, and are no activity.
    ///
    /// Opening or clicking a mail is the customer's doing and is not among them. Replies to campaigns are:
    /// to read an offer is not yet to come back, and only those who are written to can.
    public static final List<String> PASSIVE = List.of(
            EMAIL_SENT,
            EMAIL_DELIVERED,
            "Email Bounced",
            "Email Dropped",
            "Email Deferred",
            MESSAGE_SENT,
            MESSAGE_DELIVERED,
            MESSAGE_BOUNCED,
            "Message Failed",
            MESSAGE_OPENED,
            MESSAGE_CLICKED,
            UNSUBSCRIBED,
            "SMS Sent",
            "SMS Delivered",
            "SMS Failed",
            "Push Notification Sent",
            "Push Notification Received",
            "Push Notification Bounced",
            "Survey Sent",
            "Feature Flag Called",
            "Web Vitals Measured",
            "Error Raised",
            "Application Crashed",
            "Session Ended",
            "Invoice Created",
            "Invoice Sent",
            INVOICE_PAID,
            "Invoice Payment Failed",
            "Invoice Voided",
            PAYMENT_FAILED,
            "Payment Recovered",
            SUBSCRIPTION_RENEWED,
            "Subscription Expired",
            TRIAL_ENDED,
            CAMPAIGN_ASSIGNED,
            "Experiment Assigned",
            HOLDOUT_ASSIGNED,
            CAMPAIGN_EXCLUDED);

    private StandardNames() {}
}
