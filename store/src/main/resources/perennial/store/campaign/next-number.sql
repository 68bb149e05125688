-- The first free place among what happened to messages.
SELECT coalesce(max(number), 0) + 1 FROM campaign_sends
