-- Empty temporary tables for one chunk of rows: the rows, and the links and traits they tell.
CREATE OR REPLACE TEMP TABLE staged (
    slot BIGINT, file INTEGER, line BIGINT, is_event BOOLEAN, is_hashed BOOLEAN, message_id VARCHAR, visitor_id VARCHAR,
    user_id VARCHAR, account_id VARCHAR, time_ms BIGINT, name VARCHAR, value DECIMAL(38, 9), currency VARCHAR,
    properties VARCHAR  -- of facts: what they say, as one text
);
CREATE OR REPLACE TEMP TABLE staged_links (
    slot BIGINT, row_slot BIGINT, kind VARCHAR, from_id VARCHAR, to_id VARCHAR
);
CREATE OR REPLACE TEMP TABLE staged_traits (
    slot BIGINT, row_slot BIGINT, subject VARCHAR, id VARCHAR, name VARCHAR, value VARCHAR,
    is_once BOOLEAN  -- counts only where there is no value yet
);
