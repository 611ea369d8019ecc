"""Demand or capacity in words, chart and table: every printed part adds up, none without a split."""

from datetime import date

import pytest
from hypothesis import given

from analysis.change_split import ChangeSplit, Month, change_split
from charts.waterfall import residual
from tests.analysis.test_change_split import MONTHS
from tests.depth import examples
from ui.findings import split as words

WHAT = "Open investigations per deployable investigator"
THEN, NOW = date(2025, 9, 30), date(2026, 9, 30)
BEFORE = Month(200, 10, 14, 13, {"long-term sick": 1, "in training": 2})
AFTER = Month(240, 8, 14, 12, {"long-term sick": 3})
RISE = change_split(BEFORE, AFTER)


def printed(text: str) -> float:
    return float(text.replace("\N{MINUS SIGN}", "-").replace("+", "").replace(",", ""))


@pytest.mark.parametrize(
    ("split", "said"),
    [
        (
            RISE,
            f"{WHAT} are up 10.00 since September 2025, from 20.00 to "
            "30.00: demand added 4.50 and capacity added 5.50.",
        ),
        (
            change_split(AFTER, BEFORE),
            f"{WHAT} are down 10.00 since September 2025, from 30.00 to "
            "20.00: demand took off 4.50 and capacity took off 5.50.",
        ),
        (
            change_split(Month(100, 10), Month(200, 20)),
            f"{WHAT} are the same since September 2025, from 10.00 to "
            "10.00: demand added 7.50 and capacity took off 7.50.",
        ),
        (
            change_split(Month(100, 10, 12, 11), Month(120, 10, 12, 12)),
            f"{WHAT} are up 2.00 since September 2025, from 10.00 to 12.00: demand added 2.00 and capacity "
            "changed nothing, its parts cancelling each other.",
        ),
        (
            change_split(BEFORE, BEFORE),
            "Since September 2025 open investigations per deployable investigator stayed at 20.00.",
        ),
        (
            change_split(Month(200, 0), AFTER),
            f"{WHAT} since September 2025: nobody could carry the work "
            "in one of the months, so the change cannot be split.",
        ),
        (
            change_split(Month(None, 4), AFTER),
            f"{WHAT} since September 2025: open work or deployable "
            "people are not known for both months, so the change cannot be split.",
        ),
    ],
)
def test_the_sentence(split: ChangeSplit, said: str) -> None:
    assert words.sentence(split, THEN, "investigations") == said


def test_the_waterfall_ends_at_the_change_and_shows_what_nobody_explains() -> None:
    model = words.waterfall(RISE, THEN, NOW, "investigations", "all units in view together")
    assert model is not None and residual(model) == pytest.approx(0)
    assert model.title == "Up 10.00 for each FTE since September 2025, more because of capacity"
    assert [(s.name, s.amount, s.kind) for s in model.steps] == [
        ("Demand: open investigations", 4.5, "change"),
        ("Vacant posts", 2.75, "change"),
        ("In training", -5.5, "change"),
        ("Long-term sick", 5.5, "change"),
        ("Not explained", 2.75, "unexplained"),
        ("Change", 10.0, "total"),
    ]
    assert words.waterfall(ChangeSplit(why_not="missing"), THEN, NOW, "investigations", "x") is None


def test_a_cause_alone_is_named_alone() -> None:
    model = words.waterfall(
        change_split(Month(100, 10), Month(120, 10)), THEN, NOW, "investigations", "one unit"
    )
    assert model is not None
    assert model.title == "Up 2.00 for each FTE since September 2025, because of demand alone"


@examples(150)
@given(MONTHS, MONTHS)
def test_every_printed_row_adds_up(before: Month, after: Month) -> None:
    split = change_split(before, after)
    (row,) = words.table({"A unit": split}, THEN, NOW).to_dict("records")
    if split.change is None:
        assert set(row.values()) == {"A unit", "not known"}
        return
    assert printed(row["Change"]) == pytest.approx(printed(row["Sep 2026"]) - printed(row["Sep 2025"]))
    assert printed(row["Change"]) == pytest.approx(printed(row["Demand"]) + printed(row["Capacity"]))
    inner = [row[name] for name in ("Funded posts", "Vacant posts", "People away", "Not explained")]
    sent = [printed(cell) for cell in inner if cell != "not sent"]
    assert not sent or sum(sent) == pytest.approx(printed(row["Capacity"]))


@examples(150)
@given(MONTHS, MONTHS)
def test_every_waterfall_adds_up(before: Month, after: Month) -> None:
    model = words.waterfall(change_split(before, after), THEN, NOW, "investigations", "one unit")
    assert model is None or residual(model) == pytest.approx(0, abs=1e-6)


def test_units_are_added_before_they_are_split_and_what_one_did_not_send_is_not_known_of_all() -> None:
    both = words.together([BEFORE, Month(50, 5, 6, None, {"in training": 1.0})])
    assert both == Month(250, 15, 20, None, {"long-term sick": 1.0, "in training": 3.0})
    assert words.together([BEFORE, Month(50, 5)]).unavailable is None


def test_reasons_under_five_fte_are_joined_and_never_one_alone() -> None:
    before = Month(10, 5, unavailable={"long-term sick": 6.0, "in training": 7.0, "other": 2.0})
    after = Month(10, 5, unavailable={"long-term sick": 6.0, "in training": 5.0})
    first, last = words.without_small(before, after)
    assert first.unavailable == {"long-term sick": 6.0, words.TOGETHER: 9.0}
    assert last.unavailable == {"long-term sick": 6.0, words.TOGETHER: 5.0}
    assert words.without_small(Month(1, 1), after) == (Month(1, 1), after)


def test_what_is_hidden_is_said_not_to_be_shown_and_never_to_be_unsent_or_unknown() -> None:
    splits = {"Hidden": change_split(Month(10, 2), Month(12, 2)), "None": ChangeSplit(why_not="missing")}
    first, none = words.table(splits, THEN, NOW, {"Hidden", "None"}).to_dict("records")
    assert first["Funded posts"] == first["Not explained"] == "not shown" and first["Demand"] == "+1.00"
    assert none["Demand"] == "not shown"
    assert words.table(splits, THEN, NOW).iloc[0]["Funded posts"] == "not sent"
    split = change_split(Month(10, 2), Month(12, 3))
    drawn = words.waterfall(split, THEN, NOW, "investigations", "one unit", hidden=True)
    assert drawn is not None and "Deployable, parts not shown" in {step.name for step in drawn.steps}
    told = words.sentence(ChangeSplit(why_not="missing"), THEN, "investigations", hidden=True)
    assert "are not shown, because groups of under 5 people would follow" in told and "known" not in told
