"""A verdict on a card, in a table and in a sparkline: only where the figure has one."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

import pytest

from charts.signal_words import USUAL
from charts.tokens import LIGHT
from metrics.catalogue import METRICS
from metrics.verdicts import judge
from tests.metrics.warehouse import months
from ui.findings.judged import as_text, in_cell, on_card
from ui.findings.over_line import beyond
from ui.findings.signals import Sentence
from ui.overview.what_changed import proof
from ui.parts.kpi_card import Card
from ui.parts.spark import _svg

QUIET = [20, 24, 19, 23, 21, 25, 18, 22, 20, 24, 19, 23, 21, 25, 18, 22]
CARD = Card("Leavers", "22", "up 4 on April")
LEAVERS = METRICS["attrition/leavers_month"]


def judged(values):
    return judge(LEAVERS, months("2025-01", len(values)), values)


def test_a_card_keeps_its_plain_change_and_gains_word_glyph_tone_and_range():
    card = on_card(CARD, judged([*QUIET, 60]))
    assert (card.change, card.glyph, card.tone) == ("Unusually high, up 4 on April", "▲", "concern")
    assert card.usual == judged([*QUIET, 60]).usual
    quiet = on_card(CARD, judged(QUIET))
    assert (quiet.change, quiet.glyph, quiet.tone) == ("No unusual change, up 4 on April", "–", "common")


@pytest.mark.parametrize("values", [QUIET[:5], [*QUIET, None]])
def test_a_card_without_a_verdict_stays_as_it_was(values):
    assert on_card(CARD, judged(values)) == CARD
    assert on_card(CARD, None) == CARD


def test_a_quarter_is_named_on_the_card_and_no_monthly_range_is_drawn():
    card = on_card(CARD, judged([0, 1, 0] * 6))
    assert (card.change, card.note) == ("No unusual change, April to June", "Up 4 on April")
    assert card.usual is None


def test_a_cell_is_marked_only_where_it_is_unusual():
    marked, plain = in_cell("60", judged([*QUIET, 60])), in_cell("22", judged(QUIET))
    assert (marked.glyph, marked.word, marked.tone) == ("▲", "Unusually high", "concern")
    assert (plain.glyph, plain.word, plain.tone) == ("", "", "common") and plain == in_cell("22", None)
    quarter = in_cell("4", judged([0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 4, 3, 4, 1]))
    assert quarter.word == "Unusually high, July to September"
    assert (as_text(marked), as_text(plain), as_text("5")) == ("60 (Unusually high)", "22", "5")


@dataclass
class Run:
    current: int


@pytest.mark.parametrize(
    ("runs", "one_unit", "better", "says"),
    [
        ([], True, "lower", ""),
        ([7], True, "lower", "over the local line for 7 months"),
        ([1], True, "higher", "under the local line for 1 month"),
        ([0], True, "lower", "not over the local line"),
        ([0, 0], False, "lower", "no unit over its local line"),
        ([0, 1], False, "lower", "1 unit over its local line, for 1 month"),
        ([3, 0, 9], False, "higher", "2 units under their local line, the longest for 9 months"),
    ],
)
def test_months_beyond_the_line_are_said_for_one_unit_or_for_several(runs, one_unit, better, says):
    assert beyond([Run(each) for each in runs], better, one_unit) == says


def test_a_sparkline_lies_on_its_usual_range_and_holds_it_whole():
    svg = _svg((5.0, 6.0, 7.0), LIGHT, (0.0, 10.0))
    assert f'<rect x="0" y="5.0" width="190" height="34.0" fill="{LIGHT.common_tint}"/>' in svg
    assert "<rect" not in _svg((5.0, 6.0, 7.0), LIGHT, None)
    assert "<rect" not in _svg((None, None), LIGHT, (0.0, 10.0))


def page(forces=("N",), group="all"):
    world = SimpleNamespace(forces=lambda: forces)
    return SimpleNamespace(world=world, force="N", month=date(2026, 9, 30), group=group)


@pytest.mark.parametrize(
    ("family", "seen", "address"),
    [
        ("referrals", page(), "one-unit?month=2026-09&unit=DA1"),
        (None, page(group="DA"), "one-unit?month=2026-09&units=DA&unit=DA1"),
        ("MARAC", page(("N", "S")), "pressure?force=N&month=2026-09&unit=DA1&family=MARAC"),
    ],
)
def test_the_proof_opens_with_force_month_and_units_kept(family, seen, address):
    sentence = Sentence(USUAL, "", "", "DA1", family, "pressure/new")
    assert proof(seen, sentence, {"DA1": "referrals"}) == address
