"""How a return stands is said in a word and a glyph; late only where the force has set a day."""

from datetime import date

import pytest

from ui.findings.arrivals import GLYPHS, MEANS, arrived, choices, is_late, key_said, rows, states

SEPTEMBER = date(2026, 9, 30)
ATTRITION = ("establishment", "people", "unavailable")


def came(*rows_now, again=()):
    """From rows drawn as `dataset unit day held`, all of September 2026."""
    now = [
        (dataset, unit, SEPTEMBER, "L1", f"2026-10-{day}T09:00:00", int(held))
        for dataset, unit, day, held in (row.split() for row in rows_now)
    ]
    first = [
        (dataset, unit, SEPTEMBER, "L0", f"2026-10-{day}T09:00:00")
        for dataset, unit, day in (row.split() for row in again)
    ]
    return arrived(now, first)


@pytest.mark.parametrize(
    ("now", "again", "due", "found"),
    [
        (["caseload DA1 06 0"], [], 10, ["received"]),
        (["caseload DA1 12 0"], [], 10, ["late"]),
        (["caseload DA1 12 0"], [], None, ["received"]),
        (["caseload DA1 06 2"], [], 10, ["partial"]),
        (["caseload DA1 20 0"], ["caseload DA1 06"], 10, ["corrected"]),
        (["caseload DA1 20 0"], ["caseload DA1 12"], 10, ["late", "corrected"]),
        (["caseload CA1 06 0"], [], 10, ["missing"]),
        (["caseload * 06 0"], [], 10, ["received"]),
        (["caseload * 20 0"], ["caseload DA1 06"], 10, ["corrected"]),
        ([], [], None, ["missing"]),
    ],
)
def test_a_sheet_is_received_late_partial_corrected_or_missing(now, again, due, found):
    assert states(came(*now, again=again), ("caseload",), "DA1", SEPTEMBER, due)[0] == found


def test_a_workbook_without_one_of_its_sheets_is_partial_and_names_it():
    held = came("establishment DA1 06 0", "unavailable DA1 06 1")
    assert states(held, ATTRITION, "DA1", SEPTEMBER, None) == (
        ["partial"], ["People not in", "1 row held back"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "late"), [(date(2026, 10, 10), False), (date(2026, 10, 11), True), (None, False)]
)
def test_late_begins_the_day_after_it_was_due(day, late):
    assert is_late(day, SEPTEMBER, 10) is late


def test_what_late_means_is_said_or_that_nothing_is_called_late():
    assert "due 10 days after the month's end, as the force has set" in key_said(10)
    assert "◷" not in key_said(None) and "is not said: the force has set no day" in key_said(None)


def test_every_state_has_a_glyph_of_its_own_and_a_meaning():
    assert len(set(GLYPHS.values())) == len(GLYPHS) and set(MEANS) <= set(GLYPHS)


def test_a_cell_can_be_opened_where_something_came_and_a_closed_unit_is_not_waited_for():
    held = came("caseload DA1 06 0")
    units = {"DA1": "Domestic abuse", "CA1": "Child abuse", "OLD": "Closed"}
    found = rows(
        held, ("caseload",), units, [SEPTEMBER], lambda code, month: code != "OLD", lambda month: None
    )
    assert [(r.cells[0].said, r.cells[0].glyph, r.cells[0].opens) for r in found] == [
        ("received", "✓", "DA1|2026-09-30"), ("missing", "○", ""), ("not expected", "–", ""),
    ]  # fmt: skip


def test_the_grid_offers_each_workbook_and_each_sheet_that_was_ever_sent():
    found = choices(["caseload", "establishment", "movements"])
    assert found["all"][0] == ("caseload", "establishment")
    assert list(found) == [
        "all", "caseload", "attrition", "sheet-caseload", "sheet-establishment", "sheet-movements",
    ]  # fmt: skip
    assert list(choices(["caseload"])) == ["caseload", "sheet-caseload"]
