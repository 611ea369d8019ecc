# ruff: noqa: E501
"""How figures are published and read, whatever they measure."""

from datetime import date

import duckdb
import pytest

from metrics import engine
from metrics.catalogue import METRICS
from tests.metrics.warehouse import FORCE, Warehouse, month_end, months

JANUARY, FEBRUARY = month_end("2025-01"), month_end("2025-02")
CASELOAD = """
month_end | unit | work_type             | open | unallocated | new | closed | over_180_days | oldest_unallocated_days
2025-01   | DA1  | domestic abuse        | 30   | 6           | 12  | 10     | 9             | 40
2025-01   | DA1  | stalking or harassment| 10   | 4           | 3   | 4      | 2             | 65
2025-01   | RA1  | rape                  | 20   | 2           | 5   | 2      | 12            | 10
2025-01   | RA1  | DVDS right to ask     | 7    | 1           | 9   | 8      | 7             | 5
2025-02   | RA1  | rape                  | 22   | 2           | 4   | 2      |               |
"""
PEOPLE = """
month_end | unit | person_key | role         | worker_type | fte | carries_work
2025-01   | DA1  | p1         | investigator | officer     | 1.0 | full
2025-01   | RA1  | p2         | investigator | officer     | 1.0 | full
2025-01   | RA1  | p3         | investigator | officer     | 1.0 | full
2025-01   | RA1  | p4         | investigator | officer     | 1.0 | full
"""
INVESTIGATIONS = {"work_family": ("investigations",)}
PER = "pressure/open_per_deployable_carrier"


@pytest.fixture(scope="module")
def published() -> Warehouse:
    return Warehouse().draw("caseload", CASELOAD).draw("people", PEOPLE).build()


def test_a_ratio_of_units_is_the_ratio_of_their_sums_and_not_the_mean_of_their_ratios(
    published: Warehouse,
) -> None:
    frame = published.read(PER, ("month_end",), where=INVESTIGATIONS, month_to=JANUARY)
    assert frame["value"].tolist() == [(40 + 20) / (1 + 3)]
    assert frame["units"].tolist() == [2]


def test_a_part_that_does_not_vary_by_a_dimension_is_shared_by_each_of_its_values(
    published: Warehouse,
) -> None:
    rows = published.rows(
        PER, ("unit", "work_type"), where=INVESTIGATIONS, month_from=JANUARY, month_to=JANUARY
    )
    assert rows == [
        ("DA1", "domestic abuse", 30.0, 1.0),
        ("DA1", "stalking or harassment", 10.0, 1.0),
        ("RA1", "rape", 20.0, 3.0),
    ]


def test_a_filter_on_a_dimension_keeps_the_rows_that_do_not_vary_by_it(published: Warehouse) -> None:
    where = {**INVESTIGATIONS, "work_type": ("domestic abuse",)}
    asked = {"where": where, "month_from": JANUARY, "month_to": JANUARY}
    assert published.rows(PER, ("unit",), **asked) == [("DA1", 30.0, 1.0), ("RA1", 0.0, 3.0)]


@pytest.mark.parametrize(
    "metric", [m for m in METRICS.values() if "work_family" in m.not_added_over and m.kind != "distribution"]
)
def test_families_of_work_are_never_added(published: Warehouse, metric: engine.Metric) -> None:
    with pytest.raises(engine.NotAdded, match="work_family"):
        published.read(metric.id)
    with pytest.raises(engine.NotAdded, match="work_family"):
        published.read(metric.id, where={"work_family": ("investigations", "disclosures")})
    published.read(metric.id, where=INVESTIGATIONS)
    published.read(metric.id, ("unit", "month_end", "work_family"))


def test_a_stock_is_not_added_over_months_and_a_flow_is(published: Warehouse) -> None:
    with pytest.raises(engine.NotAdded, match="month_end"):
        published.read("pressure/open", ("unit",), where=INVESTIGATIONS)
    assert published.rows("pressure/new", ("unit",), where=INVESTIGATIONS) == [
        ("DA1", 15.0, 0.0),
        ("RA1", 9.0, 0.0),
    ]


def test_a_value_that_is_missing_is_not_zero_and_the_unit_is_not_counted(published: Warehouse) -> None:
    frame = published.read("pressure/over_180_days", ("month_end",), where=INVESTIGATIONS)
    assert frame["units"].tolist() == [2, 0]
    assert frame["value"].isna().tolist() == [False, True]


def test_one_value_missing_leaves_the_whole_unit_out() -> None:
    gap = CASELOAD.replace("| 4      | 2   ", "| 4      |     ")
    frame = (
        Warehouse()
        .draw("caseload", gap)
        .build("pressure/over_180_days")
        .read("pressure/over_180_days", ("month_end",), where=INVESTIGATIONS, month_to=JANUARY)
    )
    assert frame[["numerator", "denominator", "units"]].values.tolist() == [[12, 20, 1]]


def test_the_oldest_of_several_units_is_the_oldest_and_not_their_sum(published: Warehouse) -> None:
    assert published.rows("pressure/oldest_unallocated_days", ("month_end",), month_to=JANUARY) == [
        (JANUARY, 65, 0)
    ]


def test_a_month_without_people_has_no_figure_and_is_not_nobody_to_carry(published: Warehouse) -> None:
    assert published.read(PER, where=INVESTIGATIONS, month_from=FEBRUARY).empty


def test_zero_to_divide_by_gives_no_value_and_keeps_its_parts() -> None:
    none = PEOPLE.replace("| full", "| none")
    frame = (
        Warehouse()
        .draw("caseload", CASELOAD)
        .draw("people", none)
        .build(PER)
        .read(PER, ("month_end",), where=INVESTIGATIONS)
    )
    row = frame.iloc[0]
    assert (row["numerator"], row["denominator"], row["units"]) == (60, 0, 2)
    assert METRICS[PER].say(row["value"], row["numerator"], row["denominator"]) == "nobody to carry them"


def test_a_unit_that_was_heard_from_and_has_none_has_a_zero() -> None:
    warehouse = Warehouse().draw("people", PEOPLE).covers("unavailable", [(JANUARY, "DA1")]).build()
    assert warehouse.rows("staffing/unavailable_fte", ("unit",), month_from=JANUARY, month_to=JANUARY) == [
        ("DA1", 0.0, 0.0)
    ]


def test_a_reader_sees_the_figures_of_their_own_units_alone(published: Warehouse) -> None:
    mine = frozenset({(FORCE, "RA1"), ("SOUTHSHIRE", "DA1")})
    asked = {"scope": mine, "where": INVESTIGATIONS, "month_to": JANUARY}
    assert published.rows("pressure/open", ("unit",), **asked, month_from=JANUARY) == [("RA1", 20.0, 0.0)]
    assert published.read("pressure/open", scope=frozenset(), where=INVESTIGATIONS).empty
    assert published.read("pressure/open", scope=mine, force="SOUTHSHIRE", where=INVESTIGATIONS).empty


def test_units_and_forces_can_be_asked_for(published: Warehouse) -> None:
    one = {**INVESTIGATIONS, "unit": ("DA1",), "force": (FORCE,)}
    assert published.rows("pressure/open", ("force", "unit", "month_end"), where=one) == [
        (FORCE, "DA1", JANUARY, 40.0, 0.0)
    ]


@pytest.mark.parametrize(
    ("by", "where"),
    [
        (("role",), INVESTIGATIONS),
        (("unit", "colour"), INVESTIGATIONS),
        (("unit",), {"month_end": ("2025-01-31",)}),
    ],
)
def test_a_column_the_metric_does_not_have_is_refused(
    published: Warehouse, by: tuple[str, ...], where: dict[str, tuple[str, ...]]
) -> None:
    with pytest.raises(ValueError, match="is not split by"):
        published.read("pressure/open", by, where=where)


def test_a_distribution_is_read_as_a_spread_and_nothing_else_is(published: Warehouse) -> None:
    with pytest.raises(ValueError, match="read_spread"):
        published.read("pressure/open_per_person")
    with pytest.raises(ValueError, match="no spread"):
        engine.read_spread(published.con.cursor(), "pressure/open", published.scope)


def year_of(gap: date | None = None) -> Warehouse:
    """Thirteen months of DA1 with one new case more each month; perhaps a month is not sent."""
    rows = [
        {
            "month_end": month,
            "unit": "DA1",
            "work_type": "rape",
            "open": 9,
            "unallocated": 0,
            "new": 10 + n,
            "closed": 5,
        }
        for n, month in enumerate(months("2024-01", 13))
        if month != gap
    ]
    warehouse = Warehouse().add("caseload", rows)
    return warehouse.build("pressure/closures_per_new", months=months("2024-01", 13))


def test_a_window_of_twelve_adds_twelve_months_and_needs_each_of_them() -> None:
    by = ("month_end",)
    assert year_of().rows("pressure/closures_per_new", by, where=INVESTIGATIONS) == [
        (month_end("2024-12"), 60.0, sum(range(10, 22))),
        (month_end("2025-01"), 60.0, sum(range(11, 23))),
    ]
    assert year_of(month_end("2024-06")).rows("pressure/closures_per_new", by, where=INVESTIGATIONS) == []
    assert len(year_of(month_end("2024-01")).rows("pressure/closures_per_new", by, where=INVESTIGATIONS)) == 1


def test_the_mean_of_a_window_is_of_thirteen_month_ends() -> None:
    rows = [
        {
            "month_end": month,
            "unit": "DA1",
            "person_key": f"p{p}",
            "role": "investigator",
            "worker_type": "officer",
            "fte": 1.0,
            "carries_work": "full",
        }
        for n, month in enumerate(months("2024-01", 13))
        for p in range(10 + n)
    ]
    warehouse = Warehouse().add("people", rows).build("attrition/left_unit_12m")
    assert warehouse.rows("attrition/left_unit_12m", ("month_end",)) == [(month_end("2025-01"), 0.0, 16.0)]


def test_publishing_one_force_again_leaves_the_others_as_they_were(published: Warehouse) -> None:
    con = published.con
    con.execute(
        "INSERT INTO figure BY NAME SELECT 'pressure/open' AS metric, 'SOUTHSHIRE' AS \"force\", 'X1' AS unit, "
        "DATE '2025-01-31' AS month_end, 'investigations' AS work_family, 5 AS numerator, 0 AS denominator"
    )
    before = con.execute("FROM figure ORDER BY ALL").fetchall()
    published.build()
    assert con.execute("FROM figure ORDER BY ALL").fetchall() == before
    con.execute("DELETE FROM figure WHERE \"force\" = 'SOUTHSHIRE'")


def test_figures_lie_in_the_order_pages_read_them(published: Warehouse) -> None:
    rows = published.con.execute('SELECT metric, "force", month_end FROM figure').fetchall()
    assert rows == sorted(rows)


def test_publishing_leaves_nothing_behind_in_the_file(published: Warehouse) -> None:
    held = published.con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary").fetchall()
    assert {"figure", "spread"} <= {name for (name,) in held}
    assert not {"part", "staff", "figure_new", "spread_new"} & {name for (name,) in held}


def test_an_empty_warehouse_has_no_figures() -> None:
    warehouse = Warehouse()
    warehouse.build(months=[JANUARY])
    assert {name for (name,) in warehouse.con.execute("SELECT DISTINCT metric FROM figure").fetchall()} <= {
        "trust/returns_in"
    }


def test_settings_count_as_they_stood_at_the_month_end() -> None:
    shares = """
    name          | value | valid_from | valid_to
    reduced_share | 0.5   |            | 2025-01-31
    reduced_share | 0.8   | 2025-02-01 |
    """
    people = "\n".join(
        [
            PEOPLE.replace("| full", "| reduced"),
            *PEOPLE.replace("2025-01", "2025-02").replace("| full", "| reduced").strip().splitlines()[1:],
        ]
    )
    warehouse = Warehouse(ref_setting=shares).draw("people", people).build("staffing/deployable_fte")
    assert warehouse.rows("staffing/deployable_fte", ("month_end",)) == [
        (JANUARY, 2.0, 4.0),
        (FEBRUARY, 3.2, 4.0),
    ]


def test_reduced_work_with_no_share_set_is_not_known() -> None:
    none = "name | value\nmatch_limit | 0.9"
    warehouse = Warehouse(ref_setting=none).draw("people", PEOPLE.replace("| full", "| reduced"))
    warehouse.build("staffing/deployable_fte")
    assert warehouse.read("staffing/deployable_fte", ("month_end",))["value"].isna().all()


def test_a_sheet_forgotten_is_not_everybody_gone() -> None:
    """The return of February had Establishment alone: it does not speak for people."""
    warehouse = Warehouse().draw("people", PEOPLE)
    warehouse.draw(
        "establishment",
        """
        month_end | unit | role         | worker_type | funded_fte | in_post_fte
        2025-02   | DA1  | investigator | officer     | 5          | -
        2025-02   | RA1  | investigator | officer     | 5          | -
        """,
    )
    warehouse.build("attrition/leavers_month", "staffing/in_post_fte", months=[JANUARY, FEBRUARY])
    assert warehouse.rows("attrition/leavers_month") == []
    known = [row for row in warehouse.rows("staffing/in_post_fte") if row[2] is not None]
    assert {row[1] for row in known} == {JANUARY}


def test_the_parts_can_be_read_by_an_attached_reader(published: Warehouse, tmp_path: object) -> None:
    path = f"{tmp_path}/published.duckdb"
    published.con.execute(f"ATTACH '{path}' AS out")
    published.con.execute("CREATE TABLE out.figure AS FROM figure")
    published.con.execute("DETACH out")
    with duckdb.connect(":memory:") as con:
        con.execute(f"ATTACH '{path}' AS w (READ_ONLY)")
        cursor = con.cursor()
        cursor.execute("USE w")
        assert len(engine.read(cursor, "pressure/open", published.scope, where=INVESTIGATIONS)) == 3
