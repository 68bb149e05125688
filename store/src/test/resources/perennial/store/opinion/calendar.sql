-- Local time, periods and shares, in the words of the glossary. Reads the variables zone, week_start (1 = Monday
-- .. 7 = Sunday), every and as_of.

-- The local time of an instant.
CREATE OR REPLACE TEMP MACRO local_of(ms) AS timezone(getvariable('zone'), make_timestamp(ms * 1000) AT TIME ZONE 'UTC');

-- The instant of a local time if it falls once. In a gap it is moved forward by the gap's length; of a repeated
-- local time DuckDB takes the second.
CREATE OR REPLACE TEMP MACRO plain_instant_of(local_time) AS epoch_ms(timezone(getvariable('zone'), local_time));

-- The offset from UTC, in milliseconds.
CREATE OR REPLACE TEMP MACRO offset_at(ms) AS epoch_ms(local_of(ms)) - ms;

-- The instant of a local time; of a repeated one, the first: read with the offset of a few hours before.
CREATE OR REPLACE TEMP MACRO instant_with(local_time, other_offset) AS
    CASE WHEN local_of(epoch_ms(local_time) - other_offset) = local_time
         THEN least(epoch_ms(local_time) - other_offset, plain_instant_of(local_time))
         ELSE plain_instant_of(local_time) END;
CREATE OR REPLACE TEMP MACRO instant_of(local_time) AS
    instant_with(local_time::TIMESTAMP, offset_at(plain_instant_of(local_time::TIMESTAMP) - 4 * 3600 * 1000));

-- The local start of the period that holds a local time.
CREATE OR REPLACE TEMP MACRO period_start(local_time) AS
    CASE getvariable('every')
        WHEN 'hour' THEN date_trunc('hour', local_time::TIMESTAMP)
        WHEN 'week' THEN date_trunc('day', local_time::TIMESTAMP)
            - to_days(((isodow(local_time::TIMESTAMP) - getvariable('week_start') + 7) % 7)::INTEGER)
        ELSE date_trunc(getvariable('every'), local_time::TIMESTAMP)
    END::TIMESTAMP;

-- Numbers that grow by one from period to period.
CREATE OR REPLACE TEMP MACRO period_number(start) AS
    CASE getvariable('every')
        WHEN 'hour' THEN (epoch_ms(start) - epoch_ms(TIMESTAMP '1900-01-01')) // 3600000
        WHEN 'day' THEN start::DATE - DATE '1900-01-01'
        WHEN 'week' THEN (start::DATE - DATE '1900-01-01') // 7
        WHEN 'month' THEN year(start) * 12 + month(start) - 1
        WHEN 'quarter' THEN year(start) * 4 + quarter(start) - 1
        WHEN 'year' THEN year(start)
    END::BIGINT;

-- The local start n periods later.
CREATE OR REPLACE TEMP MACRO period_plus(start, n) AS
    (CASE getvariable('every')
        WHEN 'hour' THEN start + to_hours(n::INTEGER)
        WHEN 'day' THEN start + to_days(n::INTEGER)
        WHEN 'week' THEN start + to_days(7 * n::INTEGER)
        WHEN 'month' THEN start + to_months(n::INTEGER)
        WHEN 'quarter' THEN start + to_months(3 * n::INTEGER)
        WHEN 'year' THEN start + to_months(12 * n::INTEGER)
    END)::TIMESTAMP;

CREATE OR REPLACE TEMP MACRO period_label(start) AS
    strftime(start, CASE getvariable('every') WHEN 'hour' THEN '%Y-%m-%dT%H:%M' ELSE '%Y-%m-%d' END);

-- What has been seen of [start, end) by as_of.
CREATE OR REPLACE TEMP MACRO state_of(start_ms, end_ms) AS
    CASE WHEN end_ms <= getvariable('as_of') THEN 'complete'
         WHEN start_ms < getvariable('as_of') THEN 'in_progress'
         ELSE 'not_yet' END;

-- A share and its 95 % interval after Wilson (1927): the roots of (hits/n - p)^2 = z^2 p (1 - p) / n.
CREATE OR REPLACE TEMP MACRO z2() AS 1.959963984540054::DOUBLE * 1.959963984540054::DOUBLE;
CREATE OR REPLACE TEMP MACRO share_value(hits, n, state) AS
    CASE WHEN n > 0 AND state <> 'not_yet' THEN hits::DOUBLE / n END;
CREATE OR REPLACE TEMP MACRO wilson_root(hits, n, sign) AS
    (2 * hits + z2() + sign * sqrt(z2() * (z2() + 4.0::DOUBLE * hits * (n - hits) / n))) / (2 * (n + z2()));
CREATE OR REPLACE TEMP MACRO share_low(hits, n, state) AS
    CASE WHEN n > 0 AND state = 'complete' THEN CASE WHEN hits = 0 THEN 0 ELSE wilson_root(hits, n, -1) END END::DOUBLE;
CREATE OR REPLACE TEMP MACRO share_high(hits, n, state) AS
    CASE WHEN n > 0 AND state = 'complete' THEN CASE WHEN hits = n THEN 1 ELSE wilson_root(hits, n, 1) END END::DOUBLE;
