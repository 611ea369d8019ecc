"""A row taken for data at a glance is one that the closer look takes for data too."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import contracts
from etl.layout.grid import CellFault, Row
from etl.layout.match import keyed, match
from etl.layout.table_rows import _PlainRows, why_ignored

HEADINGS = (
    "Month end",
    "Unit",
    "Work type",
    "Open",
    "Unallocated",
    "New",
    "Closed",
    "A heading of their own",
)
WORDS = (*HEADINGS, "DA1", "Total", " sub total ", "All units", "unit", " ", "note " * 20, "domestic abuse")
CELLS = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.integers(0, 9),
    st.just(date(2026, 9, 30)),
    st.just(CellFault("error")),
)
MATCHING = match(contracts.dataset("caseload"), keyed(enumerate(HEADINGS)))


@given(st.lists(st.lists(CELLS, max_size=8), max_size=8), st.booleans())
def test_at_a_glance_never_takes_in_what_the_closer_look_leaves_out(drawn, after_gap):
    plain = _PlainRows(MATCHING)
    rows = [Row(n, tuple(cells)) for n, cells in enumerate(drawn, start=2)]
    taken = [row for row in rows if plain.has(row)]
    assert [why_ignored(row, MATCHING, after_gap=after_gap) for row in taken] == [""] * len(taken)


def test_a_usual_row_is_told_at_a_glance():
    assert _PlainRows(MATCHING).has(Row(2, (date(2026, 9, 30), "DA1", "domestic abuse", 4, 1, 2, 0)))
