-- How many new facts may part the events of an owner: visitors who met somebody else before.
SELECT count(*) FROM met_before b JOIN first_user f ON f.visitor_id = b.visitor_id WHERE f.user_id <> b.user_id
