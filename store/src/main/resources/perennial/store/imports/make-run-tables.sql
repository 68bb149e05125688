-- Empty temporary tables for one import: rows without an id seen so far in a file that goes on, and the new rows so far,
-- with the links and traits they tell.
CREATE OR REPLACE TEMP TABLE seen (file INTEGER, message_id VARCHAR, copies BIGINT);
CREATE OR REPLACE TEMP TABLE fresh AS FROM staged LIMIT 0;
CREATE OR REPLACE TEMP TABLE fresh_links AS FROM staged_links LIMIT 0;
CREATE OR REPLACE TEMP TABLE fresh_traits AS FROM staged_traits LIMIT 0;
