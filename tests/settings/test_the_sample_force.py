"""What Northshire Police has set, and that order and comments of its files do not matter."""

from datetime import date
from pathlib import Path

import pytest

import settings
from settings import digest, load

NORTHSHIRE = settings.sample().force("NORTHSHIRE")


def test_it_has_eight_units_and_a_rest_of_force_that_is_only_compared_with() -> None:
    assert len([unit for unit in NORTHSHIRE.units if not unit.benchmark]) == 8
    assert [unit.code for unit in NORTHSHIRE.units if unit.benchmark] == ["REST"]
    assert NORTHSHIRE.synthetic


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2025, 10, 31), "Public Protection Offender Team"),
        (date(2025, 11, 1), "Sex Offender Management Unit"),
    ],
)
def test_a_rename_keeps_the_code_and_changes_the_name_on_its_day(on: date, name: str) -> None:
    assert NORTHSHIRE.unit("MOSOVO1").name_on(on) == name


def test_every_family_of_work_has_carriers() -> None:
    from contracts.words import WORK_FAMILIES

    assert {carrier.work_family for carrier in NORTHSHIRE.carriers} == set(WORK_FAMILIES)


def test_every_threshold_says_who_set_it_and_why() -> None:
    for entry in (*NORTHSHIRE.ceilings, *NORTHSHIRE.lines, *NORTHSHIRE.values):
        assert entry.set_by and entry.why
    assert all(weight.source and weight.set_by for weight in NORTHSHIRE.weights)


def test_every_line_is_of_a_measure_that_there_is() -> None:
    from metrics.catalogue import METRICS

    assert {line.metric for line in NORTHSHIRE.lines} <= set(METRICS)


def test_a_requirement_may_end_where_another_begins() -> None:
    def required(on: date) -> set[str]:
        rows = (r for r in NORTHSHIRE.requirements if r.unit_type == "RASSO" and r.holds_on(on))
        return {row.course for row in rows} & {"SSAIDP", "RISDP"}

    assert required(date(2025, 3, 31)) == {"SSAIDP"}
    assert required(date(2025, 4, 30)) == {"RISDP"}


def test_a_value_is_read_as_it_stood_on_a_day(folder: Path) -> None:
    file = folder / "force.toml"
    text = file.read_text("utf-8").replace("value = 0.5\n", "value = 0.5\nvalid_to = 2025-12-31\n")
    later = '\n[[values]]\nname = "reduced_share"\nvalue = 0.6\n'
    later += 'valid_from = 2026-01-01\nset_by = "A"\nwhy = "B"\n'
    (folder / "later.toml").write_text('force = "NORTHSHIRE"\n' + later, "utf-8")
    file.write_text(text, "utf-8")

    force = load(folder).force("NORTHSHIRE")

    assert force.value("reduced_share", date(2025, 12, 31)) == 0.5
    assert force.value("reduced_share", date(2026, 1, 31)) == 0.6
    assert force.reduced_share == 0.6


def test_the_digest_ignores_comments_and_sees_every_value(folder: Path) -> None:
    as_shipped = digest(load(folder))
    file = folder / "workload.toml"

    file.write_text("# a remark\n" + file.read_text("utf-8"), "utf-8")
    assert digest(load(folder)) == as_shipped

    file.write_text(file.read_text("utf-8").replace("hours = 90", "hours = 91"), "utf-8")
    assert digest(load(folder)) != as_shipped


def test_another_force_may_take_over_what_one_has_set(folder: Path) -> None:
    (folder / "a.toml").write_text(
        'force = "EASTSHIRE"\nname = "Eastshire"\nsame_as = "NORTHSHIRE"\n', "utf-8"
    )

    east = load(folder).force("EASTSHIRE")

    assert east.name == "Eastshire"
    assert east.units == NORTHSHIRE.units
