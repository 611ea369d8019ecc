"""Tables of people made fit to publish: what is hidden, what is shown, and what is refused."""

import subprocess
import sys
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.disclosure import (
    ProtectedTable,
    PublicationRefused,
    Suppressed,
    Table,
    attack,
    hide_primary,
    protect,
)
from analysis.disclosure.ranges import NotSolved

HID = Suppressed()


def tables(rows: int, columns: int, most: int = 30) -> st.SearchStrategy[Table]:
    """Tables of up to so many rows and columns, with many small counts."""
    count = st.one_of(st.integers(0, 6), st.integers(0, most))
    line = st.tuples(st.integers(1, rows), st.integers(1, columns))
    return line.flatmap(
        lambda shape: st.builds(Table, st.tuples(*[st.tuples(*[count] * shape[1])] * shape[0]))
    )


def published(table: Table, threshold: int = 5, protection: int = 1) -> ProtectedTable:
    found = protect(table, threshold, protection)
    assert isinstance(found, ProtectedTable)
    return found


def test_the_smallest_in_the_row_and_then_in_the_column_go_with_a_small_count() -> None:
    shown = published(Table(((20, 3, 9, 30), (14, 23, 15, 47), (13, 11, 10, 37)))).shown
    assert shown == (
        (20, HID, HID, 30, 62),
        (14, 23, 15, 47, 99),
        (13, HID, HID, 37, 71),
        (47, 37, 34, 114, 232),
    )


def test_a_table_without_small_counts_is_shown_whole() -> None:
    assert published(Table(((20, 0, 6), (5, 9, 7)))).shown == (
        (20, 0, 6, 26),
        (5, 9, 7, 21),
        (25, 9, 13, 47),
    )


def test_a_table_of_nobody_is_shown() -> None:
    assert published(Table(((0, 0), (0, 0)))).hidden == frozenset()


def test_one_row_has_a_total_at_its_right_alone_and_one_column_below() -> None:
    assert published(Table(((20, 2, 9),))).shown == ((20, HID, HID, 31),)
    assert published(Table(((20,), (2,), (9,)))).shown == ((20,), (HID,), (HID,), (31,))
    assert published(Table(((3,),))).shown == ((HID,),)


def test_two_hidden_counts_that_can_only_be_one_each_take_a_third() -> None:
    assert published(Table(((20, 1, 1, 8),))).shown == ((20, HID, HID, HID, 30),)


def test_a_small_total_is_hidden_with_another_total() -> None:
    found = published(Table(((20, 12), (3, 0), (8, 14))))
    assert (1, 2) in found.small
    assert isinstance(found.shown[1][2], Suppressed)
    assert sum(isinstance(row[2], Suppressed) for row in found.shown) == 2
    assert found.shown[3][2] == 57


def test_zeros_are_shown_until_nothing_else_is_left_to_hide() -> None:
    assert published(Table(((20, 0, 3),))).shown == ((HID, 0, HID, 23),)
    assert (0, 1) in published(Table(((7, 0), (3, 9)))).hidden


def test_a_row_with_everybody_in_one_column_does_not_say_so() -> None:
    found = published(Table(((12, 0, 0), (9, 8, 7), (6, 9, 11))))
    assert found.to_merge == (0,)
    assert isinstance(found.shown[0][0], Suppressed)
    assert attack(found).ranges[0, 0].low < 12


def test_unless_that_is_asked_for() -> None:
    found = protect(Table(((12, 0, 0), (9, 8, 7))), hide_whole_rows=False)
    assert isinstance(found, ProtectedTable)
    assert found.hidden == frozenset()


def test_more_protection_leaves_wider_ranges() -> None:
    table = Table(((20, 2, 2, 9), (9, 9, 9, 9)))
    narrow, wide = (attack(published(table, 5, protection)) for protection in (1, 3))
    assert narrow.ranges[0, 1].width >= 1
    assert (wide.ranges[0, 1].low, wide.ranges[0, 1].high) == (1, 4)


@pytest.mark.parametrize("counts", [((4, 4),), ((1, 0), (0, 0), (9, None))])
def test_what_cannot_be_protected_is_refused_and_says_where(
    counts: tuple[tuple[int | None, ...], ...],
) -> None:
    found = protect(Table(counts))
    if counts[-1][-1] is None:
        assert found == PublicationRefused("missing")
    else:
        assert found == PublicationRefused("can_be_worked_out", ((0, 0), (0, 1)))


def test_a_search_without_an_end_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise NotSolved

    monkeypatch.setattr("analysis.disclosure.suppression.attack", never)
    assert protect(Table(((20, 3, 9),))) == PublicationRefused("not_verified")


def test_settings_out_of_range_are_refused() -> None:
    table = Table(((20, 3, 9),))
    for threshold, protection in ((2, 1), (11, 1), (5, 0), (5, 4)):
        with pytest.raises(ValueError, match="outside"):
            protect(table, threshold, protection)


@pytest.mark.parametrize("counts", [(), ((),), ((1, 2), (3,)), ((-1,),), ((1.5,),)])
def test_a_table_of_people_is_whole_and_has_cells(counts: tuple[tuple[int, ...], ...]) -> None:
    with pytest.raises(ValueError, match="table"):
        Table(counts)


def test_a_mark_says_nothing_of_the_size() -> None:
    shown = published(Table(((20, 3, 9, 30), (14, 23, 15, 47), (13, 11, 10, 37)))).shown
    assert str(shown[0][1]) == str(shown[0][2]) == "not shown"
    assert shown[0][1] == shown[0][2]


@pytest.mark.deep
@settings(deadline=None, max_examples=600)
@given(tables(8, 6), st.integers(3, 10))
def test_hundreds_of_tables_give_no_small_count_away(table: Table, threshold: int) -> None:
    holds(table, threshold)


@settings(deadline=None, max_examples=25)
@given(tables(8, 6), st.integers(3, 10))
def test_what_is_published_is_true_and_gives_no_small_count_away(table: Table, threshold: int) -> None:
    holds(table, threshold)


def holds(table: Table, threshold: int) -> None:
    found, true = protect(table, threshold), table.with_totals()
    if isinstance(found, PublicationRefused):
        assert found.why_not == "can_be_worked_out" and found.positions
        return
    for (r, c), count in np.ndenumerate(true):
        shown = found.shown[r][c]
        assert isinstance(shown, Suppressed) == ((r, c) in found.hidden)
        if not isinstance(shown, Suppressed):
            assert shown == count
            assert not 0 < shown < threshold
    ranges = attack(found).ranges
    assert ranges.keys() == found.hidden
    assert all(r.high is not None and r.low <= true[at] <= r.high for at, r in ranges.items())
    assert all(ranges[at].width >= 1 for at in found.small | found.whole)


@settings(deadline=None, max_examples=25)
@given(tables(3, 3, 9))
def test_the_attack_finds_what_counting_every_table_finds(table: Table) -> None:
    """Every table of whole numbers that fits is written out, for what is not yet protected."""
    bare = hide_primary(table, hide_whole_rows=False)
    found = attack(bare)
    fits = fitting_grids(bare)
    for at, r in found.ranges.items():
        values = {grid[at] for grid in fits}
        assert (r.low, r.high) == (min(values), max(values))
    assert set(found.disclosed) == {at for at in bare.small if len({grid[at] for grid in fits}) == 1}


def fitting_grids(bare: ProtectedTable) -> list[np.ndarray]:
    inside = [at for at in sorted(bare.hidden) if at[0] < bare.rows and at[1] < bare.columns]
    base = np.array(
        [
            [0 if isinstance(n, Suppressed) else n for n in row[: bare.columns]]
            for row in bare.shown[: bare.rows]
        ]
    )
    found = []
    for values in product(range(1, bare.threshold), repeat=len(inside)):
        counts = base.copy()
        for at, value in zip(inside, values, strict=True):
            counts[at] = value
        grid = Table(tuple(map(tuple, counts.tolist()))).with_totals()
        if all(fits(bare, at, int(n)) for at, n in np.ndenumerate(grid)):
            found.append(grid)
    return found


def fits(bare: ProtectedTable, at: tuple[int, ...], n: int) -> bool:
    shown = bare.shown[at[0]][at[1]]
    return 0 < n < bare.threshold if isinstance(shown, Suppressed) else n == shown


def test_a_row_with_everybody_in_one_column_is_worked_out_when_hidden_alone() -> None:
    bare = hide_primary(Table(((12, 0, 0), (9, 8, 7))))
    assert attack(bare).disclosed == ((0, 0),)


def test_a_range_narrower_than_asked_is_a_disclosure() -> None:
    shown = ((9, HID, HID, 12),)
    small = frozenset({(0, 1), (0, 2)})
    assert attack(ProtectedTable(shown, 1, 3, small, protection=1)).disclosed == ()
    assert attack(ProtectedTable(shown, 1, 3, small, protection=2)).disclosed == ((0, 1), (0, 2))


def test_an_attack_on_a_table_that_does_not_add_up_says_so() -> None:
    table = ProtectedTable(((HID, 9, 5),), 1, 2, small=frozenset({(0, 0)}))
    with pytest.raises(ValueError, match="contradict"):
        attack(table)


def test_an_attack_needs_its_hidden_positions_marked() -> None:
    with pytest.raises(ValueError, match="not marked"):
        attack(ProtectedTable(((3, 9, 12),), 1, 2, small=frozenset({(0, 0)})))


def test_the_solver_is_not_loaded_until_a_table_is_attacked() -> None:
    code = "import sys, analysis.disclosure; print('scipy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
