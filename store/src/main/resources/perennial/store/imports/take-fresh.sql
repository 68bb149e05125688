-- Has all that was put aside stand where the chunks stood, to be held against what others stored meanwhile.
DROP TABLE staged;
DROP TABLE staged_links;
DROP TABLE staged_traits;
ALTER TABLE fresh RENAME TO staged;
ALTER TABLE fresh_links RENAME TO staged_links;
ALTER TABLE fresh_traits RENAME TO staged_traits;
