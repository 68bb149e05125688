-- The raw tables, as far as the second opinion reads them.
CREATE TABLE events (
    seq BIGINT, run INTEGER, source VARCHAR, message_id VARCHAR, visitor_id VARCHAR, user_id VARCHAR,
    account_id VARCHAR, time_ms BIGINT, received_ms BIGINT, name VARCHAR, value DECIMAL(38, 9), currency VARCHAR,
    properties VARCHAR);
CREATE TABLE links (
    seq BIGINT, run INTEGER, source VARCHAR, message_id VARCHAR, kind VARCHAR, from_id VARCHAR, to_id VARCHAR,
    time_ms BIGINT, received_ms BIGINT);
CREATE TABLE traits (
    seq BIGINT, run INTEGER, source VARCHAR, message_id VARCHAR, subject VARCHAR, id VARCHAR, name VARCHAR,
    value VARCHAR, time_ms BIGINT, received_ms BIGINT);
