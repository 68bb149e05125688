package perennial.core.channel;

/// The rules of a workspace that has none of its own. Campaign tags (`utm_…`) and click ids decide before the referrer,
/// what was paid for before what was not. A visit without any of them is direct.
final class StandardChannels {
    private static final String PAID =
            "(utm_medium in (cpc, cpm, cpv, cpa, ppc, retargeting) or utm_medium starts-with paid"
                    + " or gclid exists or gad_source exists or msclkid exists)";
    private static final String SEARCH =
            "(utm_source in (google, bing, duckduckgo, yahoo, ecosia, qwant, baidu, yandex)"
                    + " or referrer contains google. or referrer contains bing. or referrer contains duckduckgo."
                    + " or referrer contains yahoo. or referrer contains ecosia. or referrer contains qwant."
                    + " or referrer contains baidu. or referrer contains yandex.)";
    private static final String SOCIAL = "(utm_source in (facebook, fb, instagram, ig, linkedin, twitter, x, pinterest,"
            + " reddit, tiktok, mastodon, threads, snapchat) or referrer contains facebook. or referrer contains instagram."
            + " or referrer contains linkedin. or referrer contains twitter. or referrer contains //x.com"
            + " or referrer contains //t.co/ or referrer contains pinterest. or referrer contains reddit."
            + " or referrer contains tiktok. or referrer contains mastodon. or referrer contains threads.)";
    private static final String VIDEO = "(utm_source in (youtube, vimeo, twitch) or referrer contains youtube."
            + " or referrer contains vimeo. or referrer contains twitch.)";
    private static final String SHOPPING = "(utm_source in (amazon, ebay, etsy) or utm_campaign contains shopping"
            + " or referrer contains amazon. or referrer contains ebay. or referrer contains etsy.)";

    static final Channels RULES = Channels.parse("""
            paid shopping: PAID and SHOPPING
            paid search: PAID and (SEARCH or gclid exists or gad_source exists or msclkid exists)
            paid social: PAID and SOCIAL
            paid video: PAID and VIDEO
            display: utm_medium in (display, banner, interstitial, cpm)
            paid other: PAID
            email: utm_medium in (email, e-mail, newsletter) or utm_source in (email, newsletter) or referrer contains mail.
            sms: utm_medium = sms or utm_source = sms
            push: utm_medium in (push, notification) or utm_source = push
            affiliate: utm_medium in (affiliate, affiliates, partner)
            audio: utm_medium in (audio, podcast)
            organic shopping: SHOPPING
            organic video: utm_medium = video or VIDEO
            organic social: utm_medium in (social, social-network, social-media) or SOCIAL
            organic search: utm_medium = organic or SEARCH
            referral: utm_medium = referral or referrer contains .
            other: utm_source exists or utm_medium exists
            direct: *
            """.replace("PAID", PAID)
            .replace("SEARCH", SEARCH)
            .replace("SOCIAL", SOCIAL)
            .replace("VIDEO", VIDEO)
            .replace("SHOPPING", SHOPPING));

    private StandardChannels() {}
}
