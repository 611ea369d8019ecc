"""The planted stories, loaded as a unit's files are loaded, can be read off the published figures."""

import datetime as dt

import pytest

from etl.loading.decisions import Accepts, Decisions
from etl.loading.load import load
from etl.samples import write
from etl.samples.calendar import month_end, read_month
from metrics import engine
from store.own_settings import keep_for_samples
from store.place import open_store
from store.warehouse import connect

LAST = dt.date(2026, 10, 31)
BEFORE_STEP = dt.date(2025, 12, 31)


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """Publish fourteen months and give a function that reads one figure by unit."""
    home = tmp_path_factory.mktemp("figures")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PPU_KEY_DIR", str(home / "keys"))
        store = keep_for_samples(open_store(home / "store"))
        written = write(home / "samples", months=14, end="2026-10")
        corrected = Decisions((Accepts("The correction comes with the return it corrects", "return_twice"),))
        done = load(store, [(path.name, path.read_bytes()) for path in written], "the tests", corrected)
        assert not done.refused
        reader = connect(store)
        scope = frozenset(reader.cursor().execute('SELECT "force", unit FROM ref_unit').fetchall())

        def by_unit(metric, month=LAST, **where):
            found = engine.read(
                reader.cursor(), metric, scope, by=("unit",), month_from=month, month_to=month,
                where={name: (value,) for name, value in where.items()},
            )  # fmt: skip
            return dict(zip(found["unit"], found["value"], strict=True))

        yield by_unit
        reader.close()


def test_domestic_abuse_carriers_hold_far_more_than_before_the_step(figures):
    measure, family = "pressure/open_per_deployable_carrier", "investigations"
    before, last = (figures(measure, month, work_family=family)["DA1"] for month in (BEFORE_STEP, LAST))
    assert last > 1.4 * before


def test_it_was_demand_that_stepped_up(figures):
    def new_on_average(first, count):
        kind = {"work_family": "investigations", "work_type": "domestic abuse"}
        ends = [month_end(first + place) for place in range(count)]
        return sum(figures("pressure/new", end, **kind)["DA1"] for end in ends) / count

    step = read_month("2026-01")
    assert new_on_average(step, 10) > 1.15 * new_on_average(step - 4, 4)


def test_the_rape_team_loses_the_largest_share_of_its_people(figures):
    left = figures("attrition/left_unit_12m")
    assert left["RASSO1"] == max(left.values()) and left["RASSO1"] > 0.25


def test_the_hub_has_the_most_expiring_and_few_of_them_booked(figures):
    expiring, booked = figures("training/expiring_90_days"), figures("training/booked_90_days")
    assert expiring["MASH1"] == max(expiring.values())
    assert booked["MASH1"] < expiring["MASH1"] / 3


def test_only_adults_at_risk_is_over_establishment(figures):
    assert [unit for unit, rate in figures("staffing/vacancy_rate").items() if rate < 0] == ["VA1"]


def test_the_renamed_team_has_figures_on_both_sides_of_its_rename(figures):
    before, after = (figures("pressure/open", month, work_family="registered offenders")["MOSOVO1"]
                     for month in (dt.date(2025, 10, 31), dt.date(2025, 11, 30)))  # fmt: skip
    assert abs(after - before) < 0.05 * before


def test_work_is_in_the_names_of_people_who_have_gone_in_two_units_only(figures):
    gone = figures("pressure/held_by_someone_not_carrying", reason="gone", work_family="investigations")
    assert {unit for unit, cases in gone.items() if cases} == {"CA1", "OCSAE1"}


def test_the_late_return_arrived_and_the_corrected_one_counts(figures):
    april = figures("pressure/open", dt.date(2026, 4, 30), work_family="missing")
    assert april["EXP1"] > 0
    measure = "trust/stock_flow_residual"
    june = figures(measure, dt.date(2026, 6, 30), work_family="investigations")
    assert june["VA1"] == 0
