"""A scenario's sheet that recomputes gives the product's own middle case, and follows a changed number."""

import io
import re
from dataclasses import replace
from datetime import date

import numpy as np
import openpyxl
import pytest

from analysis.scenario import BY_ID, Inputs, do_nothing, simulate
from analysis.scenario.middle import middle
from exports.document import Bounds, LiveCell, LiveSheet
from exports.live_scenario import HEADINGS, live_scenario
from exports.workbook.live import used_in
from exports.workbook.to_workbook import to_workbook
from tests.analysis.scenario.given import (
    ALL,
    COURSE,
    INTAKES,
    MONEY,
    NOW,
    PIPELINE,
    WORK,
    answer,
    inputs,
    people,
)
from tests.exports.made_document import made
from tests.exports.test_live_gap import cells
from ui.findings.scenario.numbers import ahead

SEPTEMBER = date(2026, 9, 30)
NO_SEATS = {name: value for name, value in (PIPELINE | COURSE).items() if name != "seats"}
AT_ONCE = {**PIPELINE, "train_months": 0.0, "accredit_months": 0.0}
WHOLE = {**ALL, "starters_outside": 2.0}
CASES = {
    "all": inputs(ALL, INTAKES, 20),
    "people alone": inputs(NOW, months=6),
    "certain": inputs({**NOW, **WORK}, months=9, certain=True),
    "no cap and no end": inputs({**NOW, **NO_SEATS, **MONEY}, INTAKES, 18),
    "no months of training": inputs({**NOW, **AT_ONCE, **COURSE, **WORK, **MONEY}, INTAKES, 12),
    "everybody leaves": inputs({**people(3, 1.0), **COURSE, **PIPELINE, "accredited": 2.0}, months=4),
    "starters who moved": inputs({**NOW, **PIPELINE, **MONEY, "starters_outside": 1.0}, INTAKES, 12),
    "full": inputs({**NOW, **PIPELINE, "funded": 25.0, "starters": 40.0}, INTAKES, 12),
}


def sheet_of(given: Inputs) -> LiveSheet:
    """The sheet of a scenario from September 2026 on."""
    found = live_scenario(given, simulate(given, 1, 50), ahead(SEPTEMBER, given.months), "Six more posts")
    assert found is not None
    return found


class Reckoner:
    """Formulas as a spreadsheet reckons them: numbers, names, ranges of a column and a few functions."""

    def __init__(self, held: dict[str, LiveCell]) -> None:
        self.held, self.known = held, {}

    def of(self, name: str) -> np.float64:
        """The value of a cell; a division by nothing is not an exception, as IF may pass over it."""
        if name not in self.known:
            cell = self.held[name]
            self.known[name] = self._formula(cell.formula) if cell.formula else np.float64(cell.value)
        return self.known[name]

    def column(self, first: str, last: str) -> np.ndarray:
        """The cells from one to another of the same column."""
        (name, start), (_, end) = (each.rsplit("_", 1) for each in (first, last))
        return np.array([self.of(f"{name}_{n}") for n in range(int(start), int(end) + 1)])

    def _formula(self, text: str) -> np.float64:
        said = re.sub(r"\{(\w+)\}:\{(\w+)\}", r"column('\1','\2')", text.removeprefix("="))
        said = re.sub(r"\{(\w+)\}", r"of('\1')", said).replace("^", "**")
        said = re.sub(r"(?<![<>=])=(?!=)", "==", said)
        functions = {
            "of": self.of, "column": self.column, "MIN": min, "MAX": max, "SUMPRODUCT": np.sum,
            "IF": lambda when, then, other: then if when else other,
        }  # fmt: skip
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.float64(eval(said, {"__builtins__": {}}, functions))


@pytest.fixture(scope="module")
def whole() -> dict[str, LiveCell]:
    """The cells of a scenario with everything in it."""
    return cells(sheet_of(inputs(WHOLE, INTAKES, 13)))


@pytest.mark.parametrize("given", CASES.values(), ids=CASES)
def test_every_formula_gives_the_figure_of_the_product(given) -> None:
    held = cells(sheet_of(given))
    reckoner = Reckoner(held)
    for name, cell in held.items():
        assert reckoner.of(name) == pytest.approx(cell.value, rel=1e-9, abs=1e-9), (name, cell.formula)
    months = middle(given)
    for month in months:
        assert held[f"deployable_{month.month}"].value == month.deployable
        for name, value in (("open", month.open_cases), ("cost", month.cost)):
            assert (value is None) == (f"{name}_{month.month}" not in held)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("extra_posts", 0.0), ("absence_later", 0.1), ("leavers_cut", 0.5), ("change_month", 7.0),
        ("vet_months", 5.0), ("vet_pass", 0.4), ("train_months", 2.0), ("training_leave", 0.1),
        ("seats", 4.0),
        ("accredit_months", 3.0), ("course_valid", 12.0), ("course_seats", 0.5), ("course_seats_later", 9.0),
        ("leavers", 20.0), ("in_post", 20.0), ("deployable", 12.5), ("accredited", 9.0), ("starters", 12.0),
        ("case_hours", 40.0), ("growth", -0.2), ("closable", 0.2), ("overtime_hours", 400.0),
        ("post_cost", 70000.0), ("extra_post_cost", 40000.0),
        ("starters_outside", 0.0), ("overtime_cost", 55.0), ("funded", 50.0),
    ],
)  # fmt: skip
def test_a_changed_number_changes_every_month_as_the_product_reckons_it(whole, name, value) -> None:
    reckoner = Reckoner({**whole, name: replace(whole[name], value=value)})
    changed = inputs({**WHOLE, name: value}, INTAKES, 13)
    for month in middle(changed):
        for column in ("deployable", "in_pay", "accredited", "open", "cost", "workload"):
            expected = getattr(month, {"open": "open_cases"}.get(column, column))
            told = reckoner.of(f"{column}_{month.month}")
            assert told == pytest.approx(expected, rel=1e-9), (column, month.month)


CHANGED = {"overtime_hours": 400.0, "leavers_cut": 0.5, "absence_later": 0.1, "seats": 1.0, "closable": 0.2}
OPTIONAL = sorted({name for name in WHOLE if BY_ID[name].empty or BY_ID[name].group in ("change", "money")})


@pytest.mark.parametrize("left_out", OPTIONAL)
def test_what_the_sheet_offers_gives_what_the_product_gives_whatever_was_left_empty(left_out) -> None:
    """With no cost of overtime there are no pounds in the product: the sheet then offers no overtime."""
    asked = {key: value for key, value in WHOLE.items() if key not in (left_out, "overtime_hours")}
    asked["case_hours"] = 60.0
    held = cells(sheet_of(inputs(asked, INTAKES, 13)))
    for name in CHANGED.keys() & held.keys():
        reckoner = Reckoner({**held, name: replace(held[name], value=CHANGED[name])})
        [*_, last] = middle(inputs({**asked, name: CHANGED[name]}, INTAKES, 13))
        for column, field in (("deployable", "deployable"), ("open", "open_cases"), ("cost", "cost")):
            expected = getattr(last, field)
            assert (expected is None) == (f"{column}_13" not in held), (name, column)
            if expected is not None:
                assert reckoner.of(f"{column}_13") == pytest.approx(expected, rel=1e-9), (name, column)


def test_overtime_is_offered_where_nothing_lacks_its_cost_and_else_the_sheet_says_why_not() -> None:
    without = {key: value for key, value in WHOLE.items() if key not in ("overtime_hours", "overtime_cost")}
    sheet = sheet_of(inputs(without, INTAKES, 13))
    assert "overtime_hours" not in cells(sheet) and "cost_13" in cells(sheet)
    assert any("Overtime is not in this sheet" in note for note in sheet.notes)
    no_pounds = {key: value for key, value in without.items() if not key.endswith("_cost")}
    assert "overtime_hours" in cells(sheet_of(inputs(no_pounds, INTAKES, 13)))
    given = sheet_of(inputs({**without, "overtime_hours": 0.0}, INTAKES, 13))
    assert "overtime_hours" not in used_in(given)


@pytest.mark.parametrize(
    ("given", "idle"),
    [
        (inputs({**WHOLE, "line": 1.2, "required": 20.0}, INTAKES, 13), set()),
        (
            inputs({**NOW, "line": 1.2, "required": 20.0, "case_hours": 20.0}, months=6),
            {"line", "case_hours", "accredited"},
        ),
    ],
    ids=["whole", "people alone"],
)
def test_every_number_offered_carries_something_and_one_that_cannot_is_told_apart(given, idle) -> None:
    sheet = sheet_of(given)
    assert {c.name for c in cells(sheet).values() if not c.formula and c.name not in used_in(sheet)} == idle


@pytest.mark.parametrize("line_of", ["workload", "open_per_carrier"])
@pytest.mark.parametrize("level", [0.1, 0.8, 1.0, 1.2, 4.0, 100.0])
def test_the_months_until_the_line_are_those_of_the_middle_case(line_of, level) -> None:
    given = replace(inputs({**WHOLE, "line": level, "required": 20.0}, INTAKES, 13), line_of=line_of)
    months = middle(given)
    measure = [m.workload if line_of == "workload" else m.open_cases / m.deployable for m in months]
    first = next((n for n, value in enumerate(measure) if value <= level), 14)
    held = cells(sheet_of(given))
    assert held["until"].value == first and Reckoner(held).of("until") == first
    assert held["beside_required"].value == months[-1].deployable - 20.0


def test_a_number_takes_what_the_page_takes_and_no_other() -> None:
    held = cells(sheet_of(inputs(WHOLE, INTAKES, 13)))
    free = [cell.name for cell in held.values() if not cell.formula and cell.bounds is None]
    assert free == []
    assert held["absence_later"].bounds == Bounds(0, BY_ID["absence_later"].at_most)
    assert held["vet_months"].bounds.whole and held["intake_people_1"].bounds == Bounds(0, 500, whole=True)
    assert held["change_month"].bounds.most == 14 and held["deployable"].bounds.no_more_than == "in_post"


def test_the_workbook_refuses_what_is_outside_and_shows_an_idle_number_in_grey() -> None:
    sheet = sheet_of(inputs({**NOW, **PIPELINE, "line": 1.2}, INTAKES, 12))
    book = to_workbook(replace(made(), sections=(), live=(replace(sheet, title="Scenario"),)))
    page = openpyxl.load_workbook(io.BytesIO(book))["Scenario"]
    at = {
        row[0].value: row[1]
        for row in page.iter_rows()
        if row[0].value in ("line", "vet_months", "deployable")
    }
    asked = {str(each.sqref): each for each in page.data_validations.dataValidation}
    months = asked[at["vet_months"].coordinate]
    assert (months.type, months.formula1, months.formula2) == ("whole", "0", "24")
    assert months.error == "Write a whole number from 0 to 24."
    in_post = next(row[1].coordinate for row in page.iter_rows() if row[0].value == "in_post")
    assert asked[at["deployable"].coordinate].formula2 == in_post
    colours = {name: cell.font.color.rgb for name, cell in at.items()}
    assert colours["vet_months"] == "FF0000FF" != colours["line"] and at["line"].coordinate not in asked
    assert any("grey" in str(row[0].value) for row in page.iter_rows())


def test_an_intake_is_an_input_and_taking_it_away_is_doing_nothing() -> None:
    held = cells(sheet_of(inputs(NOW | PIPELINE, INTAKES, 12)))
    for n in (1, 2):
        held[f"intake_people_{n}"] = replace(held[f"intake_people_{n}"], value=0.0)
    last = middle(inputs(NOW | PIPELINE, months=12))[-1]
    assert Reckoner(held).of("deployable_12") == pytest.approx(last.deployable)


def test_what_the_sheet_says_to_write_for_doing_nothing_gives_doing_nothing() -> None:
    given = inputs(ALL, INTAKES, 13)
    sheet = sheet_of(given)
    (told,) = (note for note in sheet.notes if "doing nothing" in note)
    assert "write 14 beside “Changes hold from”, and 0 people in each intake" in told
    held = cells(sheet)
    for name, value in (("change_month", 14.0), ("intake_people_1", 0.0), ("intake_people_2", 0.0)):
        held[name] = replace(held[name], value=value)
    last, reckoner = middle(do_nothing(given))[-1], Reckoner(held)
    for name in ("deployable", "accredited", "cost"):
        assert reckoner.of(f"{name}_13") == pytest.approx(getattr(last, name)), name


def test_every_assumption_stands_with_its_range_source_and_who_and_what_does_not_recompute_is_said() -> None:
    given = Inputs((*inputs(NOW | WORK).answers[:-3], answer("case_hours", 24, 12, 48)), (), 6)
    sheet = sheet_of(given)
    rows = {row[0]: row[2:] for row in sheet.tables[0].rows}
    assert rows["case_hours"][1:] == ("12", "48", "made up", "a test", "not written down")
    for row in sheet.tables[0].rows:
        assert len(row) == len(HEADINGS) and all(str(cell) for cell in (*row[:2], *row[3:]))
    assert any("Of 50 runs (seed 1)" in note and "does not change" in note for note in sheet.notes)
    assert live_scenario(inputs({}), simulate(given, 1, 20), (), "None") is None
