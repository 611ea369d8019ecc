"""All units together: what is left out is named everywhere, and much of it leaves nothing to split."""

from datetime import date

import pytest

from analysis.change_split import Month, change_split
from ui.findings import split as words
from ui.findings import split_of_all as of_all

THEN, NOW = date(2025, 9, 30), date(2026, 9, 30)
NONE = Month(None, None)
LARGE = (Month(900, 90), Month(990, 90))
OTHER = (Month(90, 10), Month(95, 10))


def said(found: of_all.Whole) -> str:
    return of_all.sentence(found, change_split(found.before, found.after), THEN, "investigations")


def test_all_units_known_are_added_and_nothing_is_said_to_be_left_out():
    found = of_all.whole({"Large": LARGE, "Other": OTHER})
    assert (found.before.open, found.after.deployable, found.left) == (990, 100, ())
    assert said(found) == words.sentence(
        change_split(Month(990, 100), Month(1085, 100)), THEN, "investigations"
    )
    assert of_all.where(found) == "all units in view together"


@pytest.mark.parametrize(
    "gone", [(Month(50, None), Month(80, 8)), (NONE, Month(80, 8)), (Month(80, 8), NONE)]
)
def test_a_unit_missing_in_either_month_is_named_in_sentence_measure_and_alt(gone):
    found = of_all.whole({"Large": LARGE, "Small": gone})
    assert found.is_split and found.left == ("Small",)
    assert said(found).endswith(" Without Small (1 of 2 units), not known for both months.")
    model = words.waterfall(
        change_split(found.before, found.after), THEN, NOW, "investigations", of_all.where(found)
    )
    assert model is not None
    part = "all units in view together, without Small (1 of 2 units)"
    assert part in model.measure and part in model.alt()


def test_units_with_much_of_the_open_work_left_out_leave_no_split_of_all():
    found = of_all.whole({"Large": (NONE, LARGE[1]), "Other": OTHER, "Small": (Month(9, 1), Month(9, 1))})
    assert not found.is_split and found.left_open == pytest.approx(990 / 1094)
    assert said(found) == (
        "Open investigations per deployable investigator since September 2025: Large, with 90% of the open "
        "work, is not known for both months, so the change of all units together cannot be split. Choose "
        "one unit."
    )


def test_no_unit_known_leaves_none_to_split():
    found = of_all.whole({"Large": (NONE, NONE)})
    assert found.is_split and "Without" not in said(found)
    assert of_all.whole({}).left == ()


def test_units_left_out_because_they_are_hidden_are_said_not_to_be_shown():
    found = of_all.whole({"Large": LARGE, "Small": (NONE, Month(8, 8)), "Late": (NONE, Month(8, 8))})
    split = change_split(found.before, found.after)
    told = [
        of_all.sentence(found, split, THEN, "investigations", hidden=h)
        for h in ({"Small"}, {"Small", "Late"})
    ]
    assert told[0].endswith("(1 of 3 units), not shown (small groups) or not known.")
    assert told[1].endswith("(1 of 3 units), not shown, because groups of under 5 people would follow.")
