-- Empty temporary tables for one import: rows without an id seen so far in a file that goes on, and traits told so far.
CREATE OR REPLACE TEMP TABLE seen (file INTEGER, message_id VARCHAR, copies BIGINT);
CREATE OR REPLACE TEMP TABLE told (
    slot BIGINT, message_id VARCHAR, subject VARCHAR, id VARCHAR, name VARCHAR, value VARCHAR, time_ms BIGINT,
    is_once BOOLEAN
);
