-- Of the events in scope, those of touched owners are answered for.
CREATE OR REPLACE TEMP VIEW answered_events AS
SELECT * FROM owned_events e SEMI JOIN touched_owner t ON t.kind = e.kind AND t.id = e.id;
