-- traffic: how many sessions each channel brought in each period, of how many owners. The channel is told from the tags,
-- click ids and referrer of a session's first event, by the standard rules said anew.
WITH tagged AS (
    SELECT s.owner, s.session, s.grp, s.number,
           coalesce(lower(json_extract_string(v.properties, '$.utm_medium')), '') AS medium,
           coalesce(lower(json_extract_string(v.properties, '$.utm_source')), '') AS source,
           coalesce(lower(json_extract_string(v.properties, '$.utm_campaign')), '') AS campaign,
           coalesce(lower(json_extract_string(v.properties, '$.referrer')), '') AS referrer,
           json_exists(v.properties, '$.utm_medium') OR json_exists(v.properties, '$.utm_source') AS is_tagged,
           json_exists(v.properties, '$.gclid') OR json_exists(v.properties, '$.gad_source')
               OR json_exists(v.properties, '$.msclkid') AS is_clicked
    FROM owner_sessions AS s
    JOIN visible AS v ON v.seq = s.start_seq),
judged AS (
    SELECT *,
           medium IN ('cpc', 'cpm', 'cpv', 'cpa', 'ppc', 'retargeting') OR starts_with(medium, 'paid') OR is_clicked AS is_paid,
           source IN ('google', 'bing', 'duckduckgo', 'yahoo', 'ecosia', 'qwant', 'baidu', 'yandex')
               OR regexp_matches(referrer, '(google|bing|duckduckgo|yahoo|ecosia|qwant|baidu|yandex)\.') AS is_search,
           source IN ('facebook', 'fb', 'instagram', 'ig', 'linkedin', 'twitter', 'x', 'pinterest', 'reddit', 'tiktok',
                      'mastodon', 'threads', 'snapchat')
               OR regexp_matches(referrer, '(facebook|instagram|linkedin|twitter|pinterest|reddit|tiktok|mastodon|threads)\.')
               OR regexp_matches(referrer, '//(x\.com|t\.co/)') AS is_social,
           source IN ('youtube', 'vimeo', 'twitch') OR regexp_matches(referrer, '(youtube|vimeo|twitch)\.') AS is_video,
           source IN ('amazon', 'ebay', 'etsy') OR contains(campaign, 'shopping')
               OR regexp_matches(referrer, '(amazon|ebay|etsy)\.') AS is_shop
    FROM tagged),
named AS (
    SELECT owner, grp, number,
           CASE WHEN is_paid AND is_shop THEN 'paid shopping'
                WHEN is_paid AND (is_search OR is_clicked) THEN 'paid search'
                WHEN is_paid AND is_social THEN 'paid social'
                WHEN is_paid AND is_video THEN 'paid video'
                WHEN medium IN ('display', 'banner', 'interstitial', 'cpm') THEN 'display'
                WHEN is_paid THEN 'paid other'
                WHEN medium IN ('email', 'e-mail', 'newsletter') OR source IN ('email', 'newsletter')
                     OR contains(referrer, 'mail.') THEN 'email'
                WHEN 'sms' IN (medium, source) THEN 'sms'
                WHEN medium IN ('push', 'notification') OR source = 'push' THEN 'push'
                WHEN medium IN ('affiliate', 'affiliates', 'partner') THEN 'affiliate'
                WHEN medium IN ('audio', 'podcast') THEN 'audio'
                WHEN is_shop THEN 'organic shopping'
                WHEN medium = 'video' OR is_video THEN 'organic video'
                WHEN medium IN ('social', 'social-network', 'social-media') OR is_social THEN 'organic social'
                WHEN medium = 'organic' OR is_search THEN 'organic search'
                WHEN medium = 'referral' OR contains(referrer, '.') THEN 'referral'
                WHEN is_tagged THEN 'other'
                ELSE 'direct' END AS channel
    FROM judged)
SELECT f.grp AS "group", f.label AS period, n.channel, count(*) AS sessions, count(DISTINCT n.owner) AS customers,
       count(*)::DOUBLE / sum(count(*)) OVER (PARTITION BY f.grp, f.label) AS share, f.state
FROM session_frame AS f
JOIN named AS n ON n.grp = f.grp AND n.number = f.number
GROUP BY f.grp, f.label, n.channel, f.state
ORDER BY f.grp, f.label, sessions DESC, n.channel;
