-- Reports that somebody put beside each other, and the links by which others look at them.

CREATE TABLE IF NOT EXISTS dashboards (
    id         VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    created_ms BIGINT  NOT NULL
);

-- place: among those of its dashboard, from 0; columns: of twelve; question and query: as the address of the report.
CREATE TABLE IF NOT EXISTS dashboard_widgets (
    id        VARCHAR NOT NULL,
    dashboard VARCHAR NOT NULL,
    place     INTEGER NOT NULL,
    columns   INTEGER NOT NULL,
    question  VARCHAR NOT NULL,
    query     VARCHAR NOT NULL
);

-- Links by which whoever has one looks at a dashboard. hash: SHA-256 of the secret in the link, in hex.
CREATE TABLE IF NOT EXISTS dashboard_links (
    id         VARCHAR NOT NULL,
    hash       VARCHAR NOT NULL,
    dashboard  VARCHAR NOT NULL,
    created_ms BIGINT  NOT NULL,
    until_ms   BIGINT  NOT NULL
);
