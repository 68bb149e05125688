-- Notes when a session was seen (seen_ms, hash).
UPDATE web_sessions SET seen_ms = ? WHERE hash = ?
