"""What comes beside the sample returns is read as it is, and its stories are in it."""

from datetime import date
from statistics import mean

import pytest

import settings
from etl.checking.check_file import checked
from etl.samples import write_beside

OCTOBER = "2026-10"
STEP = date(2026, 1, 31)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Both workbooks as read, by name."""
    written = write_beside(tmp_path_factory.mktemp("beside"), end=OCTOBER)
    assert [path.parent.name for path in written] == ["2026-09"] * 2
    sent = [(path.name, path.read_bytes()) for path in written]
    return checked(settings.sample(), sent, today=date(2026, 11, 23))


def rows(file, sheet=0):
    return [row.codes for row in file.sheets[sheet].rows]


def counts(file, category, since, until, unit="Whole force"):
    return [
        row["count"]
        for row in rows(file)
        if (row["category"], row["unit"], row["counted_as"]) == (category, unit, "recorded crimes")
        and since <= row["month_end"] < until
    ]


def test_both_are_read_as_they_are_and_only_the_stories_are_asked_about(files):
    assert [file.report.ok for file in files] == [True, True]
    told = [(b.code, b.severity) for file in files for b in file.report.breaches]
    assert told == [("demand.definition_changed", "warning"), ("budget.spent_over_budget", "warning")]
    assert not any(sheet.unmatched for file in files for sheet in file.report.sheets)


def test_the_months_are_those_that_are_loaded_and_the_force_is_told_beside_its_units(files):
    months = {row["month_end"] for row in rows(files[0])}
    assert (min(months), max(months), len(months)) == (date(2024, 10, 31), date(2026, 9, 30), 24)
    assert {"Whole force", "DA1", "CA1"} <= {row["unit"] for row in rows(files[0])}


@pytest.mark.parametrize("unit", ["Whole force", "DA1"])
def test_recorded_domestic_abuse_steps_up_with_the_unit_s_new_cases(files, unit):
    before = mean(counts(files[0], "domestic abuse", date(2025, 5, 1), STEP, unit))
    after = mean(counts(files[0], "domestic abuse", STEP, date(2027, 1, 1), unit))
    assert 1.2 < after / before < 1.4


def test_recorded_stalking_falls_where_the_counting_rule_is_another(files):
    april = date(2025, 4, 1)
    before = mean(counts(files[0], "stalking or harassment", date(2024, 10, 1), april))
    after = mean(counts(files[0], "stalking or harassment", april, date(2027, 1, 1)))
    assert 0.75 < after / before < 0.95
    rules = {(row["month_end"] < april, row["definition"]) for row in rows(files[0])}
    assert len([1 for _, rule in rules if "Counting Rules" in rule]) == 2


def test_every_amount_says_that_it_is_invented(files):
    assert all("synthetic" in row["source"] for file in files for s in (0, -1) for row in rows(file, s))


def test_the_budgets_of_the_units_are_less_than_the_force_and_va1_spends_more_than_it_has(files):
    years = {}
    for row in rows(files[1]):
        if row["includes"] == "pay only":
            years.setdefault(row["year_ending"], {})[row["unit"]] = row
    assert sorted(years) == [date(year, 3, 31) for year in (2025, 2026, 2027)]
    for units in years.values():
        whole = units.pop("Whole force")
        assert 0 < sum(row["budget_pounds"] for row in units.values()) < whole["budget_pounds"] / 4
    over = {
        unit
        for row in years.values()
        for unit, each in row.items()
        if each["spent_pounds"] > each["budget_pounds"]
    }
    assert over == {"VA1"}


def test_the_same_seed_gives_the_same_bytes_and_one_month_alone_has_nothing(tmp_path):
    one, two = (write_beside(tmp_path / name, months=3, end=OCTOBER) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert write_beside(tmp_path, months=1, end=OCTOBER) == []


def test_a_month_of_demand_is_the_same_whatever_months_are_made_with_it(tmp_path, files):
    (few, _) = write_beside(tmp_path, months=3, end=OCTOBER)
    alone = checked(settings.sample(), [(few.name, few.read_bytes())], today=date(2026, 11, 23))[0]
    held = {tuple(sorted(row.items())) for row in rows(files[0])}
    assert {tuple(sorted(row.items())) for row in rows(alone)} <= held


def test_the_units_never_record_more_than_the_force(files):
    units, force = {}, {}
    for row in rows(files[0]):
        key = (row["month_end"], row["category"], row["counted_as"])
        if row["unit"] == "Whole force":
            force[key] = row["count"]
        else:
            units[key] = units.get(key, 0) + row["count"]
    assert units and all(count <= force[key] for key, count in units.items())
