-- Campaigns: what was decided of whom, how each message fares, and what both rest on. The plans are definitions.

-- Where a campaign is on its way; the newest row holds. version: of the plan that is carried out from then on.
CREATE TABLE IF NOT EXISTS campaign_stages (
    campaign VARCHAR NOT NULL,
    stage    VARCHAR NOT NULL,
    version  INTEGER NOT NULL,
    at_ms    BIGINT  NOT NULL
);

-- One row for each life of each customer of the audience, the held out and the excluded too; rows never change.
-- arm: null where excluded; why: a code of the class Reason, null where drawn; because: the rule that chose the offer.
CREATE TABLE IF NOT EXISTS campaign_decisions (
    id            VARCHAR NOT NULL,
    campaign      VARCHAR NOT NULL,
    version       INTEGER NOT NULL,
    kind          VARCHAR NOT NULL,
    customer      VARCHAR NOT NULL,
    life          INTEGER NOT NULL,
    arm           VARCHAR,
    why           VARCHAR,
    because       VARCHAR NOT NULL,
    offer         VARCHAR,
    code          VARCHAR,
    days_away     BIGINT  NOT NULL,
    reason        VARCHAR,
    favourite     VARCHAR,
    last_product  VARCHAR,
    decided_ms    BIGINT  NOT NULL,
    send_after_ms BIGINT  NOT NULL
);

-- What happened to each message, in the order of number; the newest row holds, none means planned. state: a code of the
-- class SendState; why: a code of the class Reason where it was skipped; detail: what the receiver said.
CREATE TABLE IF NOT EXISTS campaign_sends (
    number   BIGINT  NOT NULL,
    campaign VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    state    VARCHAR NOT NULL,
    why      VARCHAR,
    detail   VARCHAR NOT NULL,
    at_ms    BIGINT  NOT NULL,
    next_ms  BIGINT  NOT NULL
);

-- Codes brought in. A code is free while no decision holds it whose message may still arrive.
CREATE TABLE IF NOT EXISTS campaign_codes (
    pool VARCHAR NOT NULL,
    code VARCHAR NOT NULL
);

-- Who is not written to any more. why: unsubscribed or bounced.
CREATE TABLE IF NOT EXISTS suppressed (
    kind     VARCHAR NOT NULL,
    customer VARCHAR NOT NULL,
    why      VARCHAR NOT NULL,
    at_ms    BIGINT  NOT NULL
);

-- Where messages are posted. secret: signs them; the receiver knows it too, so it is kept as it is.
CREATE TABLE IF NOT EXISTS webhooks (
    name       VARCHAR NOT NULL,
    url        VARCHAR NOT NULL,
    secret     VARCHAR NOT NULL,
    per_second INTEGER NOT NULL,
    is_private BOOLEAN NOT NULL,
    created_ms BIGINT  NOT NULL
);
