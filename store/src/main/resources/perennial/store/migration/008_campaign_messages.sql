-- Where the messages of campaigns are: what the newest rows about them say.

-- Of each message to which something happened. skipped: why; tries: how often its sending was begun.
CREATE OR REPLACE VIEW message_states AS
SELECT campaign, decision,
    arg_max(state, number) AS state,
    nullif(arg_max(coalesce(why, ''), number), '') AS skipped,
    arg_max(detail, number) AS detail,
    max(at_ms) AS state_ms,
    arg_max(next_ms, number) AS next_ms,
    count(*) FILTER (state = 'sending') AS tries
FROM campaign_sends
GROUP BY campaign, decision;

-- Every decision, with where its message is. place: in the order in which they were made; is_message: whether there is
-- one, as there is for whoever is neither held out nor excluded; due_ms: when it may leave; has_left: it may have
-- reached the customer; keeps_code: its code is not free again.
CREATE OR REPLACE VIEW campaign_messages AS
SELECT d.*,
    d.rowid AS place,
    coalesce(d.arm <> 'holdout', false) AS is_message,
    coalesce(s.state, 'planned') AS state,
    s.skipped,
    coalesce(s.detail, '') AS detail,
    s.state_ms,
    greatest(d.send_after_ms, coalesce(s.next_ms, 0)) AS due_ms,
    coalesce(s.tries, 0) AS tries,
    coalesce(s.state IN ('sending', 'sent', 'uncertain'), false) AS has_left,
    d.code IS NOT NULL AND coalesce(s.state NOT IN ('failed', 'skipped'), true) AS keeps_code
FROM campaign_decisions d
LEFT JOIN message_states s ON s.campaign = d.campaign AND s.decision = d.id;
