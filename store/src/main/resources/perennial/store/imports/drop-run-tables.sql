-- Frees what an import put aside.
DROP TABLE IF EXISTS staged;
DROP TABLE IF EXISTS staged_links;
DROP TABLE IF EXISTS staged_traits;
DROP TABLE IF EXISTS numbered;
DROP TABLE IF EXISTS known;
DROP TABLE IF EXISTS seen;
DROP TABLE IF EXISTS told;
