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


USUAL = (date(2026, 9, 30), "DA1", "domestic abuse", 4, 1, 2, 0)


def test_a_usual_row_is_told_at_a_glance():
    assert _PlainRows(MATCHING).has(Row(2, USUAL))


@given(st.lists(st.tuples(st.integers(0, 6), CELLS), max_size=3), st.booleans())
def test_a_whole_body_taken_at_a_glance_holds_no_row_that_is_not(changed, shorter):
    rows = [list(USUAL) for _ in range(4)]
    for place, (index, cell) in enumerate(changed):
        rows[place][index] = cell
    body = [Row(n, tuple(cells[: 6 if shorter and n == 3 else 7])) for n, cells in enumerate(rows, start=2)]
    plain = _PlainRows(MATCHING)
    assert not plain.has_all(body) or all(map(plain.has, body))
    assert plain.has_all([Row(n, USUAL) for n in range(2, 6)])
