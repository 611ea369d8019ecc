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
