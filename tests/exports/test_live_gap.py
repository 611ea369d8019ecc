"""The gap as a sheet that recomputes gives the product's own middle case, and follows a changed number."""

import re
from dataclasses import replace

import pytest

from analysis.assumptions import Assumption
from analysis.gap import Staff, gap_of
from exports.document import LiveCell, LiveSheet
from exports.live_gap import live_gap
from tests.analysis.gap.drawn import inputs

TASK = Assumption("task", "Chairing meetings", 240, 240, 240, "hours", "diaries", "A Person")
NEED = "between 2.5 and 4.5 FTE"
CASES = [
    inputs(draws=200),
    inputs(draws=200, other_hours=(TASK, replace(TASK, id="other task"))),
    inputs(draws=200, allowances=()),
    inputs(draws=200, staff=Staff(None, 12.0, 11.5)),
    inputs(draws=200, staff=Staff(66.0, None, None)),
]


def cells(sheet: LiveSheet) -> dict[str, LiveCell]:
    found = [v for table in sheet.tables for row in table.rows for v in row if isinstance(v, LiveCell)]
    assert len({each.name for each in found}) == len(found)
    return {each.name: each for each in found}


def reckoned(held: dict[str, LiveCell], name: str) -> float:
    """A cell as a spreadsheet would reckon it: numbers, names, brackets and the four operators alone."""
    cell = held[name]
    if not cell.formula:
        return cell.value
    said = re.sub(r"\{(\w+)\}", lambda found: repr(reckoned(held, found[1])), cell.formula.removeprefix("="))
    assert re.fullmatch(r"[-+*/(). 0-9e]+", said), said
    return float(eval(said))


@pytest.mark.parametrize("given", CASES, ids=["whole", "tasks", "no allowance", "no posts", "posts alone"])
def test_every_formula_gives_the_figure_of_the_product(given) -> None:
    result = gap_of(given)
    held = cells(live_gap(result, "All units", NEED))
    for name, cell in held.items():
        assert reckoned(held, name) == pytest.approx(cell.value, rel=1e-12), name
    middle, steps = result.middle, result.middle.ladder
    assert held["required"].value == middle.required and held["hours"].value == middle.hours
    told = {name: getattr(steps, name) for name in ("vacancy_gap", "demand_gap", "operating_gap")}
    assert {n: v for n, v in told.items() if v is not None} == {n: held[n].value for n in told if n in held}
    assert ("operating_gap" in held) == (given.staff.deployable is not None)


def test_a_changed_number_changes_the_need_as_the_product_reckons_it() -> None:
    given = inputs(draws=200)
    held = cells(live_gap(gap_of(given), "All units", NEED))
    first = given.work[0]
    held["hours_each_1"] = replace(held["hours_each_1"], value=120.0)
    held["allowance_1"] = replace(held["allowance_1"], value=0.1)
    changed = replace(
        given,
        work=(replace(first, hours=replace(first.hours, value=120.0)), *given.work[1:]),
        allowances=(replace(given.allowances[0], value=0.1),),
    )
    middle = gap_of(changed).middle
    assert reckoned(held, "required") == pytest.approx(middle.required, rel=1e-12)
    assert reckoned(held, "operating_gap") == pytest.approx(middle.ladder.operating_gap, rel=1e-12)


def test_inputs_say_who_set_them_and_the_range_that_does_not_recompute_stands_in_the_notes() -> None:
    sheet = live_gap(gap_of(inputs(draws=200)), "Rape and serious sexual offences", NEED)
    assert sheet.tables[0].rows[0][-2:] == ("a workshop", "Head of Public Protection")
    assert "Rape and serious sexual offences." in sheet.notes
    assert "in 80 of 100 of 200 simulated years" in sheet.notes[-1]


def test_without_a_need_there_is_no_sheet() -> None:
    assert live_gap(gap_of(inputs(work=())), "All units", NEED) is None
