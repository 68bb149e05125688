-- What the server needs: how deliveries fared, and who may send and read.

-- How many calls of each source fared how, by the day they were received (days since 1970-01-01 UTC), in parts that are
-- added up from time to time. kind: a code of the class Quality.
CREATE TABLE IF NOT EXISTS quality (
    source VARCHAR NOT NULL,
    day    INTEGER NOT NULL,
    kind   VARCHAR NOT NULL,
    count  BIGINT  NOT NULL
);

-- The newest calls that were refused, to look at. reason: a stable code; call: its text, cut if it is long.
CREATE TABLE IF NOT EXISTS refused_calls (
    source      VARCHAR NOT NULL,
    received_ms BIGINT  NOT NULL,
    field       VARCHAR NOT NULL,
    value       VARCHAR NOT NULL,
    reason      VARCHAR NOT NULL,
    message     VARCHAR NOT NULL,
    call        VARCHAR NOT NULL
);

-- Who may send or read. hash: SHA-256 of the key, in hex; scopes: parted by commas.
CREATE TABLE IF NOT EXISTS keys (
    id         VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    scopes     VARCHAR NOT NULL,
    hash       VARCHAR NOT NULL,
    created_ms BIGINT  NOT NULL,
    revoked_ms BIGINT
);
