"""The grid of returns on a store that was really loaded: a cell opens the loads behind it."""

from html import unescape

import pytest

from tests.pages.test_states import text
from tests.pages.test_trace import loaded, opened  # noqa: F401
from ui.returns import returns_grid


@pytest.fixture
def drawn(monkeypatch):
    """What the grid was drawn from; nothing is opened."""
    found = {}

    def keep(caption, columns, rows, key, opens):
        found.update(caption=caption, rows={row.id: row for row in rows}, columns=columns)

    monkeypatch.setattr(returns_grid, "evidence_table", keep)
    return found


def test_each_unit_and_month_has_its_state_in_a_word_and_a_glyph(opened, drawn):  # noqa: F811
    opened("data/returns", **{"return": "caseload"})
    cells = {code: [c for c in row.cells if "September" in c.word] for code, row in drawn["rows"].items()}
    assert [(c.said, c.glyph) for c in cells["DA1"]] == [("corrected", "◆")]
    assert [(c.said, c.glyph) for c in cells["CA1"]] == [("received", "✓")]
    assert [(c.said, c.glyph) for c in cells["MASH1"]] == [("missing", "○")]


def test_over_all_returns_a_unit_without_one_of_them_is_partial(opened, drawn):  # noqa: F811
    opened("data/returns")
    assert next(c for c in drawn["rows"]["CA1"].cells if "September" in c.word).said == "received"
    august = next(c for c in drawn["rows"]["CA1"].cells if "August" in c.word)
    assert (august.said, august.glyph) == ("partial", "◐")
    assert "People and Training not in" in august.word


def test_a_cell_opens_every_load_behind_it_and_a_way_to_its_rows(opened):  # noqa: F811
    said = unescape(text(opened("data/returns", cell="DA1|2026-09-30", **{"return": "caseload"})))
    table = said.split("Loads behind Domestic abuse investigation, September 2026</caption>")[1]
    table = table.split("</table>")[0]
    assert table.index("L00005") < table.index("L00002")
    assert "speaks for it now" in table and "replaced by a later one" in table
    assert "trace?metric=pressure%2Fopen" in said and "month=2026-09" in said


@pytest.mark.parametrize("cell", ["", "DA1", "DA1|soon", "NOBODY|2026-09-30"])
def test_an_address_that_names_no_cell_opens_none(opened, cell):  # noqa: F811
    assert "Loads behind" not in text(opened("data/returns", cell=cell))


def test_late_is_not_said_where_the_force_has_set_no_day(opened):  # noqa: F811
    assert "Whether a return was late is not said" in unescape(text(opened("data/returns")))
