"""A published file with made figures: 8 units and a rest of force, 24 months. Made up, not read."""

import math
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

FORCE = "NORTHSHIRE"
UNITS = (
    ("DA1", "Domestic abuse investigation", "DA", "investigations", "investigator", 62, 23.5),
    ("RASSO1", "Rape and serious sexual offences", "RASSO", "investigations", "investigator", 48, 14.4),
    ("CA1", "Child abuse investigation", "CA", "investigations", "investigator", 44, 14.4),
    ("OCSAE1", "Online child abuse", "OCSAE", "investigations", "investigator", 24, 11.5),
    ("MOSOVO1", "Sex offender management", "MOSOVO", "registered offenders", "offender manager", 36, 50.9),
    ("MASH1", "Safeguarding hub", "MASH", "referrals", "referral officer", 30, 23.2),
    ("VA1", "Adults at risk", "VA", "investigations", "investigator", 14, 12.0),
    ("EXP1", "Missing and exploitation", "EXP", "investigations", "investigator", 8, 6.4),
)
REST = ("REST", "Rest of force", "REST")
DATASETS = ("caseload", "establishment", "people", "unavailable", "training")
COLUMNS = (
    "metric",
    "unit",
    "month_end",
    "work_family",
    "role",
    "course",
    "reason",
    "numerator",
    "denominator",
)
SCHEMA = """
create table figure (metric varchar, "force" varchar, unit varchar, month_end date, work_family varchar,
    work_type varchar,
    role varchar, course varchar, reason varchar, worker_type varchar, numerator double, denominator double);
create table spread (metric varchar, "force" varchar, level varchar, name varchar, month_end date,
    work_family varchar,
    n integer, median double, p90 double, over_ceiling double);
create table line_run (metric varchar, "force" varchar, unit varchar, work_family varchar, month_end date,
    line double, over_last_12 integer, known_last_12 integer, "current" integer, longest integer, since date);
create table tenure ("force" varchar, level varchar, name varchar, month_end date, fewest integer,
    watched integer, start_unknown integer, starts_at double, months double[], at_risk integer[],
    every_year integer[]);
create table tenure_exit ("force" varchar, level varchar, name varchar, month_end date, fewest integer,
    destination varchar, exits integer[]);
create table tenure_test ("force" varchar, name varchar, month_end date, exits integer, expected double,
    chi_squared double, p_value double);
create table unit_left ("force" varchar, unit varchar, month_end date, destination varchar, reason varchar,
    people integer);
create table in_two_units ("force" varchar, month_end date, units varchar[], people integer);
create table course_ahead ("force" varchar, unit varchar, course varchar, month_end date, needed integer,
    in_date integer[], if_booked integer[], expiring integer[], no_place integer[], place_after integer[],
    places integer[]);
create table ref_unit ("force" varchar, unit varchar, title varchar, type varchar, valid_from date,
    valid_to date,
    benchmark boolean);
create table ref_course ("force" varchar, course varchar, title varchar, valid_months integer,
    trauma_informed boolean, valid_from date default null, valid_to date default null);
create table coverage ("force" varchar, dataset varchar, month_end date, unit varchar, load_id varchar,
    rows_held bigint default 0);
create table load (load_id varchar, "force" varchar, dataset varchar, file_name varchar, sha256 varchar,
    loaded_at timestamp,
    loaded_by varchar, rows_read integer, rows_loaded integer, rows_held integer, rows_ignored integer);
create table finding (id varchar, "force" varchar, unit varchar, month_end date, n integer, detail varchar);
create table ref_setting ("force" varchar, name varchar, value varchar, valid_from date, valid_to date,
    set_by varchar default null, why varchar default null);
create table people ("force" varchar, unit varchar, month_end date, person_key varchar, training_key varchar,
    load_id varchar, sheet varchar, row_number integer);
create table figure_first as select * from figure;
create table correction ("force" varchar, dataset varchar, month_end date, unit varchar,
    first_load_id varchar, first_at varchar, load_id varchar, corrected_at varchar);
create table accepted_warning (load_id varchar, "force" varchar, dataset varchar, month_end date,
    unit varchar, sheet varchar, code varchar, says varchar, cells integer, reason varchar,
    accepted_by varchar, accepted_at varchar);
create table held_row (load_id varchar, "force" varchar, dataset varchar, month_end date, unit varchar,
    sheet varchar, row_number integer, reason varchar, held_by varchar, held_at varchar);
create table caseload ("force" varchar, unit varchar, month_end date, work_family varchar, load_id varchar,
    sheet varchar, row_number integer);
create table investigators as select * from caseload;
create table establishment as select *, null::varchar as "role", null::varchar as worker_type,
    null::double as funded_fte, null::double as held_fte, null::double as start_agreed_fte,
    null::varchar as funding_source, null::date as funding_ends, null::varchar as decision_ref,
    null::double as decision_fte, null::double as time_limited_fte from caseload;
create table unavailable as select * from caseload;
create table training ("force" varchar, unit varchar, month_end date, person_key varchar, load_id varchar,
    sheet varchar, row_number integer);
create table movements ("force" varchar, from_unit varchar, to_unit varchar, "date" date, month_end date,
    load_id varchar, sheet varchar, row_number integer);
create table ref_weight ("force" varchar, work_family varchar, work_type varchar, hours double, low double,
    high double, "source" varchar, set_by varchar, status varchar, valid_from date, valid_to date);
create table ref_working_time ("force" varchar, contracted_hours double, hours_lost double,
    available_hours double, "source" varchar, set_by varchar, status varchar, valid_from date, valid_to date);
create table ref_carrier ("force" varchar, work_family varchar, "role" varchar, valid_from date,
    valid_to date);
create table ref_ceiling ("force" varchar, work_family varchar, "role" varchar, open_per_fte double,
    set_by varchar, why varchar, valid_from date, valid_to date);
create table ref_requirement ("force" varchar, unit_type varchar, "role" varchar, course varchar,
    valid_from date, valid_to date);
create table ref_line ("force" varchar, metric varchar, level double, unit_type varchar, set_by varchar,
    why varchar, valid_from date, valid_to date);
create table rows_gone (load_id varchar, "force" varchar, dataset varchar, month_end date, row_count bigint,
    deleted_at varchar);
create table demand ("force" varchar, month_end date, unit varchar, category varchar, counted_as varchar,
    "count" bigint, definition varchar, "source" varchar, load_id varchar, sheet varchar, row_number integer);
create table budget ("force" varchar, year_ending date, unit varchar, includes varchar, budget_pounds bigint,
    "source" varchar, load_id varchar, sheet varchar, row_number integer, month_end date,
    spent_pounds bigint default null, spent_as_at date default null);
create table post_cost ("force" varchar, valid_from date, "role" varchar, worker_type varchar,
    cost_pounds bigint, "includes" varchar, "source" varchar, costed_on date, load_id varchar, sheet varchar,
    row_number integer, month_end date);
create table meta (key varchar, value varchar);
create table police_strength ("force" varchar, as_at date, worker_type varchar, basis varchar, edition date,
    value double, region varchar, load_id varchar);
create table police_functions ("force" varchar, as_at date, worker_type varchar, wider_function varchar,
    "function" varchar, edition date, value double, region varchar, load_id varchar);
"""


@dataclass(frozen=True)
class Made:
    """What to make: how many months up to which, and which returns leave something out."""

    months: int = 24
    last: date = date(2026, 9, 30)
    without_datasets: tuple[str, ...] = ()
    without_units: tuple[str, ...] = ()
    in_two_units: bool = False
    no_training: tuple[date, ...] = ()
    gap: date | None = None
    late: tuple[tuple[str, date], ...] = ()
    strength: tuple[tuple[str, str, date, float], ...] = ()
    functions: tuple[tuple[str, date, str, str, float | None], ...] = ()
    match_limit: float = 0.8


def month_ends(made: Made) -> list[date]:
    """The month ends, oldest first."""
    out = [made.last]
    while len(out) < made.months:
        out.append(out[-1].replace(day=1) - timedelta(days=1))
    return out[::-1]


def build(path: Path, made: Made = Made()) -> Path:
    """Write the published file."""
    with duckdb.connect(str(path)) as con:
        con.execute(SCHEMA)
        units = [(FORCE, u[0], u[1], u[2], None, None, False) for u in UNITS] + [
            (FORCE, *REST, None, None, True)
        ]
        con.executemany("insert into ref_unit values (?,?,?,?,?,?,?)", units)
        con.executemany(
            "insert into ref_course values (?,?,?,?,?,null,null)",
            [(FORCE, "TIP", "Trauma-informed practice", 24, True), (FORCE, "DAM", "DA Matters", 36, False)],
        )
        con.execute(
            "insert into finding values ('stock_and_flow', ?, 'DA1', ?, 3, 'three cases')", [FORCE, made.last]
        )
        con.execute(
            "insert into ref_setting values (?, 'match_limit', ?, null, null, null, null)",
            [FORCE, str(made.match_limit)],
        )
        if made.in_two_units:
            con.execute("insert into in_two_units values (?, ?, ['DA1', 'MASH1'], 1)", [FORCE, made.last])
        _returns(con, made)
        _strength(con, made)
        _functions(con, made)
        _tenure(con, made)
        _left_and_ahead(con, made)
        rows = [row for month in month_ends(made) if month != made.gap for row in _month(made, month)]
        made_rows = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
        con.register("made_rows", made_rows)
        con.execute(f"insert into figure by name select *, '{FORCE}' as \"force\" from made_rows")
        con.executemany(
            f"insert into spread values ('pressure/open_per_person', '{FORCE}', ?, ?, ?, 'investigations', "
            "?, ?, ?, ?)",
            [
                ("unit", "DA1", made.last, 26, 21.0, 34.0, 0.31),
                ("force", FORCE, made.last, 88, 16.0, 29.0, None),
            ],
        )
    return path


def _strength(con: duckdb.DuckDBPyConnection, made: Made) -> None:
    """Officers in FTE by force, region and day, as one publication."""
    for force, region, day, value in made.strength:
        con.execute(
            "insert into police_strength values (?, ?, 'officers', 'FTE', ?, ?, ?, 'home-office')",
            [force, day, made.last, value, region],
        )


def _functions(con: duckdb.DuckDBPyConnection, made: Made) -> None:
    """Officers in FTE by force, day, wider function and function, as one publication."""
    for force, day, wider, function, value in made.functions:
        con.execute(
            "insert into police_functions values (?, ?, 'officers', ?, ?, ?, ?, null, 'home-office')",
            [force, day, wider, function, made.last, value],
        )


def _tenure(con: duckdb.DuckDBPyConnection, made: Made) -> None:
    """Time in unit of the force and two types at the last month; half of the force have gone by 24 months."""
    months, at_risk, every_year = [6.0, 12.0, 24.0, 30.0], [60, 52, 40, 20], [70, 52, 40]
    for level, name, share in (("force", FORCE, 1), ("unit type", "DA", 2), ("unit type", "RASSO", 3)):
        for fewest in (5, 10):
            key = [FORCE, level, name, made.last, fewest]
            counts = [n // share for n in at_risk], [n // share for n in every_year]
            con.execute(
                "insert into tenure values (?, ?, ?, ?, ?, 80, 3, 0, ?, ?, ?)", [*key, months, *counts]
            )
            for place, left in (("moved_unit", [6, 5, 10, 0]), ("left_force", [0, 6, 8, 0])):
                exits = [n // share for n in left]
                con.execute("insert into tenure_exit values (?, ?, ?, ?, ?, ?, ?)", [*key, place, exits])
    con.executemany(
        "insert into tenure_test values (?, ?, ?, ?, ?, ?, ?)",
        [
            (FORCE, "DA", made.last, 18, 11.5, 6.6, 0.0102),
            (FORCE, "RASSO", made.last, None, None, None, None),
        ],
    )


def _left_and_ahead(con: duckdb.DuckDBPyConnection, made: Made) -> None:
    """Nine who left one unit; in each unit 20 people who need TIP, 12 of them in date and 6 in a year."""
    places = (("moved_unit", "posted", 7), ("left_force", "resignation", 2))
    con.executemany(
        "insert into unit_left values (?, 'DA1', ?, ?, ?, ?)", [(FORCE, made.last, *each) for each in places]
    )
    if "training" in made.without_datasets:
        return
    none, later = [0] * 12, [12, *[6] * 12]
    for n, (unit, *_) in enumerate(UNITS):
        if unit not in made.without_units:
            con.execute(
                "insert into course_ahead values (?, ?, 'TIP', ?, 20, ?, ?, ?, ?, ?, ?)",
                [FORCE, unit, made.last, later, [12, *[9] * 12], [*none, 6 + n], [*none, 4 + n],
                 [*none, 1], [*none, 3]],
            )  # fmt: skip


def _returns(con: duckdb.DuckDBPyConnection, made: Made) -> None:
    sent = [d for d in DATASETS if d not in made.without_datasets]
    for month in month_ends(made):
        if month == made.gap:
            continue
        for dataset in sent:
            if dataset == "training" and month in made.no_training:
                continue
            load = f"{dataset}-{month}"
            con.execute(
                "insert into load values (?,?,?,?,'0', ?, 'A Person', 120, 118, 2, 0)",
                [load, FORCE, dataset, f"{dataset}.xlsx", month + timedelta(days=6)],
            )
            here = [u[0] for u in UNITS if u[0] not in made.without_units and (u[0], month) not in made.late]
            con.execute(
                "insert into coverage select ?, ?, ?, unnest(?::varchar[]), ?, 0",
                [FORCE, dataset, month, here, load],
            )


def _month(made: Made, month: date) -> Iterator[tuple[object, ...]]:
    for n, (unit, _, _, family, role, funded, per) in enumerate(UNITS):
        if unit in made.without_units or (unit, month) in made.late:
            continue
        age = (made.last.year - month.year) * 12 + made.last.month - month.month
        wave = math.sin(n + age) * 0.04
        carriers = round(funded * (0.62 + 0.01 * n) * (1 - wave), 1)
        open_work = round(per * carriers * (1 + wave - 0.006 * age))
        if "caseload" not in made.without_datasets:
            yield from _work(unit, month, family, open_work, carriers)
        if "establishment" not in made.without_datasets:
            yield from _people(unit, month, funded, carriers, role)
        if "training" not in made.without_datasets:
            yield from _courses(unit, month, funded, n, age)


def _work(unit: str, month: date, family: str, work: int, carriers: float) -> Iterator[tuple[object, ...]]:
    def row(name: str, top: float | None, bottom: float | None = 0.0) -> tuple[object, ...]:
        return (f"pressure/{name}", unit, month, family, None, None, None, top, bottom)

    yield row("open_per_deployable_carrier", work, carriers)
    yield row("allocated_per_carrier", work * 0.9, carriers)
    yield row("open", work)
    for name, share in (
        ("unallocated", 0.08),
        ("high_risk_unallocated", 0.01),
        ("over_180_days", 0.3),
        ("new", 0.2),
        ("over_365_days", 0.1),
        ("closed", 0.19),
        ("net_change", 0.01),
        ("awaiting_cps", 0.12),
        ("awaiting_digital_forensics", 0.1),
        ("overdue", 0.05),
        ("charged_before_court", 0.07),
    ):
        yield row(name, round(work * share))
    yield ("trust/in_less_out", unit, month, family, None, None, None, round(work * 0.01), 0.0)
    yield row("oldest_unallocated_days", 3 + work % 40)
    yield row("held_by_someone_not_carrying", work % 7)


def _people(unit: str, month: date, funded: int, carriers: float, role: str) -> Iterator[tuple[object, ...]]:
    def row(name: str, top: float, bottom: float = 0.0, reason: str | None = None) -> tuple[object, ...]:
        return (f"staffing/{name}", unit, month, None, None, None, reason, top, bottom)

    post = round(funded * 0.86, 1)
    yield row("funded_fte", funded)
    yield row("in_post_fte", post)
    yield row("deployable_fte", carriers)
    yield row("deployable_accredited_fte", round(carriers * 0.7, 1))
    yield row("deployable_share_of_funded", carriers, funded)
    yield row("staff_per_supervisor", post - 5, 5)
    yield row("under_two_years", post * 0.4, post)
    yield row("unavailable_fte", round((post - carriers) * 0.6, 1), 0.0, "long-term sick")
    yield row("unavailable_fte", round((post - carriers) * 0.3, 1), 0.0, "in training")
    yield ("attrition/headcount", unit, month, None, None, None, None, funded, 0.0)
    for name, top in (("left_unit_12m", funded * 0.12), ("leavers_month", 1 + month.month % 3)):
        yield (f"attrition/{name}", unit, month, None, None, None, None, top, post)
    yield ("trust/people_matched", unit, month, None, None, None, None, post - 1, post)


def _courses(unit: str, month: date, funded: int, n: int, age: int) -> Iterator[tuple[object, ...]]:
    def row(name: str, top: float, bottom: float = 0.0, course: str | None = None) -> tuple[object, ...]:
        return (f"training/{name}", unit, month, None, None, course, None, top, bottom)

    yield row("trauma_informed_in_date_in_post", round(funded * (0.55 + 0.04 * n - 0.004 * age)), funded)
    yield row(
        "trauma_informed_in_date_at_work", round(funded * (0.5 + 0.04 * n - 0.004 * age)), round(funded * 0.9)
    )
    yield row("expiring_90_days", 6 + n, 0.0, "TIP")
    yield row("expiring_not_booked_90_days", 4 + n, 0.0, "TIP")
    yield row("booked_90_days", 3, 0.0, "TIP")


@cache
def built(made: Made) -> bytes:
    """The published file, built once in a process; each test has a copy of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return build(Path(folder) / "made.duckdb", made).read_bytes()


def publish(folder: Path, made: Made = Made()) -> Path:
    """A store with that file as its current publication; returns the store's folder."""
    from store.control import transaction
    from store.place import open_store
    from store.publications import Publication, add

    store = open_store(folder)
    (store.path / "samples.txt").write_text("The made force is the invented one.", "utf-8")
    (store.published / "made.duckdb").write_bytes(built(made))
    with transaction(store) as con:
        add(con, Publication(1, "made.duckdb", "0", "0", "2026-10-06T09:00:00Z", "made for a test", ""))
    return folder
