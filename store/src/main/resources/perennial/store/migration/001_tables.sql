-- The tables of a workspace: events, links and traits as they arrived, and the record of imports and definitions.

-- One number, seq, orders events, links and traits by arrival. Times are milliseconds since 1970-01-01 UTC.
CREATE TABLE IF NOT EXISTS events (
    seq         BIGINT  NOT NULL,
    run         INTEGER NOT NULL,
    source      VARCHAR NOT NULL,
    message_id  VARCHAR NOT NULL,
    visitor_id  VARCHAR,
    user_id     VARCHAR,
    account_id  VARCHAR,
    time_ms     BIGINT  NOT NULL,
    received_ms BIGINT  NOT NULL,
    name        VARCHAR NOT NULL,
    value       DECIMAL(38, 9),
    currency    VARCHAR,
    properties  VARCHAR  -- canonical JSON object: keys sorted, no spaces, numbers as sent
);

-- kind anonymous: visitor from_id is user to_id; alias: user from_id is user to_id; account: user from_id belongs to account to_id
CREATE TABLE IF NOT EXISTS links (
    seq         BIGINT  NOT NULL,
    run         INTEGER NOT NULL,
    source      VARCHAR NOT NULL,
    message_id  VARCHAR NOT NULL,
    kind        VARCHAR NOT NULL,
    from_id     VARCHAR NOT NULL,
    to_id       VARCHAR NOT NULL,
    time_ms     BIGINT  NOT NULL,
    received_ms BIGINT  NOT NULL
);

-- subject: visitor, user or account; value: JSON text
CREATE TABLE IF NOT EXISTS traits (
    seq         BIGINT  NOT NULL,
    run         INTEGER NOT NULL,
    source      VARCHAR NOT NULL,
    message_id  VARCHAR NOT NULL,
    subject     VARCHAR NOT NULL,
    id          VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    value       VARCHAR NOT NULL,
    time_ms     BIGINT  NOT NULL,
    received_ms BIGINT  NOT NULL
);

-- files: JSON list; mapping: JSON
CREATE TABLE IF NOT EXISTS imports (
    run         INTEGER NOT NULL,
    source      VARCHAR NOT NULL,
    files       VARCHAR NOT NULL,
    mapping     VARCHAR NOT NULL,
    started_ms  BIGINT  NOT NULL,
    finished_ms BIGINT  NOT NULL,
    rows        BIGINT  NOT NULL,
    stored      BIGINT  NOT NULL,
    duplicates  BIGINT  NOT NULL,
    conflicts   BIGINT  NOT NULL,
    refused     BIGINT  NOT NULL,
    filtered    BIGINT  NOT NULL,
    facts       BIGINT  NOT NULL,
    undone_ms   BIGINT
);

-- reason: a stable code; message: the sentence with the fix
CREATE TABLE IF NOT EXISTS rejects (
    run     INTEGER NOT NULL,
    file    VARCHAR NOT NULL,
    line    BIGINT  NOT NULL,
    field   VARCHAR NOT NULL,
    value   VARCHAR NOT NULL,
    reason  VARCHAR NOT NULL,
    message VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS definitions (
    kind       VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    version    INTEGER NOT NULL,
    document   VARCHAR NOT NULL,  -- JSON
    created_ms BIGINT  NOT NULL
);

-- Bumped in the same transaction whenever stored rows are taken away, so that derived views are rebuilt.
CREATE TABLE IF NOT EXISTS generation (
    number BIGINT NOT NULL
);

INSERT INTO generation SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM generation);
