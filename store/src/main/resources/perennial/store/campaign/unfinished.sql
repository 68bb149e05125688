-- The messages that were being sent, or picked to be, when the program ended.
SELECT campaign, decision, state
FROM (SELECT campaign, decision, arg_max(state, number) AS state FROM campaign_sends GROUP BY campaign, decision)
WHERE state IN ('leased', 'sending')
