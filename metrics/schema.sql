-- The tables every page reads. Additive parts only: nothing here has been divided.
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

-- Figures as first reported, where a later return of the same unit, sheet and month gave another figure: every row of
-- the metric, unit and month as it would be had no return been sent again. Same columns as `figure`.
CREATE TABLE IF NOT EXISTS figure_first (
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

-- Time in a unit, for the force and for each unit type, as seen up to each month end: how many were at risk of leaving
-- at each length of time, in months, while at least `fewest` were. The curve is made from it where it is read. Spells
-- themselves, which are of persons, are not kept. `every_year` gives how many were at risk after 0, 12, 24 months and so
-- on; `start_unknown` how many have no date of joining, and are in no curve; above 0, `starts_at` says that the curve is
-- about people who had already stayed so long.
CREATE TABLE IF NOT EXISTS tenure (
    "force" VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    month_end DATE NOT NULL,
    fewest INTEGER NOT NULL,
    watched INTEGER NOT NULL,
    start_unknown INTEGER NOT NULL,
    starts_at DOUBLE NOT NULL,
    months DOUBLE[] NOT NULL,
    at_risk INTEGER[] NOT NULL,
    every_year INTEGER[] NOT NULL
);

-- Where those went who left: for each kind of place, how many at each of the lengths of time of the same row of `tenure`.
CREATE TABLE IF NOT EXISTS tenure_exit (
    "force" VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    month_end DATE NOT NULL,
    fewest INTEGER NOT NULL,
    destination VARCHAR NOT NULL,
    exits INTEGER[] NOT NULL
);

-- Whether people of one unit type stay longer or shorter than those of all others, by more than chance (log-rank).
-- Without `chi_squared` there are too few exits in one of the two for a test.
CREATE TABLE IF NOT EXISTS tenure_test (
    "force" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    month_end DATE NOT NULL,
    exits INTEGER,
    expected DOUBLE,
    chi_squared DOUBLE,
    p_value DOUBLE
);

-- Who left a unit between one month end and the next, by where they went and why.
CREATE TABLE IF NOT EXISTS unit_left (
    "force" VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    month_end DATE NOT NULL,
    destination VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    people INTEGER NOT NULL
);

-- People who are in several units at a month end: which units, in order, and how many are in just those.
CREATE TABLE IF NOT EXISTS in_two_units (
    "force" VARCHAR NOT NULL,
    month_end DATE NOT NULL,
    units VARCHAR[] NOT NULL,
    people INTEGER NOT NULL
);

-- For each course that people of a unit need: how many of them are in date at the month end and each of the 12 after it
-- with nothing renewed, and with every booked place taken up; and, for the 13 weeks after it (the last ends on day 90),
-- what runs out, how much of that has no place booked or one only afterwards, and all places booked.
CREATE TABLE IF NOT EXISTS course_ahead (
    "force" VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    course VARCHAR NOT NULL,
    month_end DATE NOT NULL,
    needed INTEGER NOT NULL,
    in_date INTEGER[] NOT NULL,
    if_booked INTEGER[] NOT NULL,
    expiring INTEGER[] NOT NULL,
    no_place INTEGER[] NOT NULL,
    place_after INTEGER[] NOT NULL,
    places INTEGER[] NOT NULL
);
