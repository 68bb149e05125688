-- Who may use the pages of the server, and what they did there.

-- Who may sign in. name: as typed, told apart without regard to case; password: as the server hashed it; openid: issuer
-- and subject of the account elsewhere that signs in as this user.
CREATE TABLE IF NOT EXISTS web_users (
    id          INTEGER NOT NULL,
    name        VARCHAR NOT NULL,
    role        VARCHAR NOT NULL,
    password    VARCHAR,
    openid      VARCHAR,
    created_ms  BIGINT  NOT NULL,
    disabled_ms BIGINT
);

-- Browsers that are signed in. hash: SHA-256 of what the cookie holds, in hex; address: where the sign-in came from.
CREATE TABLE IF NOT EXISTS web_sessions (
    hash       VARCHAR NOT NULL,
    user_id    INTEGER NOT NULL,
    created_ms BIGINT  NOT NULL,
    seen_ms    BIGINT  NOT NULL,
    address    VARCHAR NOT NULL
);

-- Links by which a user sets a password, once. hash: SHA-256 of the secret in the link, in hex.
CREATE TABLE IF NOT EXISTS password_links (
    hash     VARCHAR NOT NULL,
    user_id  INTEGER NOT NULL,
    until_ms BIGINT  NOT NULL
);

-- Who did what when; only ever added to. did: a code of the class Deed; to_what: never a secret, never a customer.
CREATE TABLE IF NOT EXISTS audit_log (
    at_ms      BIGINT  NOT NULL,
    who        VARCHAR NOT NULL,
    did        VARCHAR NOT NULL,
    to_what    VARCHAR NOT NULL,
    from_where VARCHAR NOT NULL
);
