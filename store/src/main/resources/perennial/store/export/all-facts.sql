-- All links and traits.
CREATE OR REPLACE TEMP VIEW picked_links AS SELECT * FROM links;
CREATE OR REPLACE TEMP VIEW picked_traits AS SELECT * FROM traits;
