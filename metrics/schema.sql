-- The two tables every page reads. Additive parts only: nothing here has been divided.
CREATE TABLE IF NOT EXISTS figure (
    metric VARCHAR NOT NULL,
    "force" VARCHAR NOT NULL,
    unit VARCHAR,
    month_end DATE NOT NULL,
    work_family VARCHAR,
    work_type VARCHAR,
    role VARCHAR,
    course VARCHAR,
    reason VARCHAR,
    worker_type VARCHAR,
    numerator DOUBLE,
    denominator DOUBLE
);

-- A distribution keeps these four numbers of a group of people, and nothing about any one of them.
CREATE TABLE IF NOT EXISTS spread (
    metric VARCHAR NOT NULL,
    "force" VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    month_end DATE NOT NULL,
    work_family VARCHAR,
    n INTEGER NOT NULL,
    median DOUBLE,
    p90 DOUBLE,
    over_ceiling DOUBLE
);

-- How long a unit's figure has been beyond the line that the force has set: over it, or under it where more is
-- better. As it stood at each month end, counting months that were sent; `since` is the first month of the run.
CREATE TABLE IF NOT EXISTS line_run (
    metric VARCHAR NOT NULL,
    "force" VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    work_family VARCHAR,
    month_end DATE NOT NULL,
    line DOUBLE NOT NULL,
    over_last_12 INTEGER NOT NULL,
    known_last_12 INTEGER NOT NULL,
    "current" INTEGER NOT NULL,
    longest INTEGER NOT NULL,
    since DATE
);
