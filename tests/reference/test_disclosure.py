"""Tables of people protected by another program and by ours: judged by an attack, not by their pattern."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog

from analysis.disclosure import (
    ProtectedTable,
    PublicationRefused,
    Suppressed,
    Table,
    attack,
    hide_primary,
    protect,
)

CASES = json.loads(Path(__file__).with_name("sdc_tables.json").read_text(encoding="utf-8"))["cases"]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
WIDEST = 3  # with a threshold of 5, hidden counts may each be anything from 1 to 4


def table_of(case: dict[str, Any]) -> Table:
    return Table(tuple(map(tuple, case["true"])))


@cache
def protected_case(at: int, protection: int) -> ProtectedTable:
    found = protect(table_of(CASES[at]), CASES[at]["threshold"], protection)
    assert not isinstance(found, PublicationRefused)
    return found


def protected(case: dict[str, Any], protection: int = 1) -> ProtectedTable:
    return protected_case(CASES.index(case), protection)


def published_by_reference(case: dict[str, Any]) -> ProtectedTable:
    """Theirs, to a reader who is not told which hidden cells are small: each is judged by its range alone."""
    shown = tuple(tuple(Suppressed() if n is None else n for n in row) for row in case["reference_published"])
    hidden = {(r, c) for r, row in enumerate(shown) for c, n in enumerate(row) if isinstance(n, Suppressed)}
    small = {tuple(at) for at in case["primary"]}
    table = table_of(case)
    return ProtectedTable(
        shown, table.rows, table.columns, whole=frozenset(small), companions=frozenset(hidden - small)
    )


@every_case
@pytest.mark.parametrize("protection", [1, WIDEST])
def test_no_small_count_of_a_published_table_can_be_worked_out(case: dict[str, Any], protection: int) -> None:
    ours = protected(case, protection)
    assert ours.small == {tuple(at) for at in case["primary"]}
    found = attack(ours)
    assert all(found.ranges[at].width >= protection for at in ours.small)
    assert not found.succeeded


@every_case
def test_an_attack_written_apart_finds_no_small_count_either(case: dict[str, Any]) -> None:
    """Linear programmes over the rows and columns as they are read, with nothing of ours."""
    ours, true = protected(case), np.array(case["true"])
    hidden = sorted(at for at in ours.hidden if at[0] < ours.rows and at[1] < ours.columns)
    sums = [
        ([at[axis] == line for at in hidden], axis, line)
        for axis in (0, 1)
        for line in range(true.shape[axis])
    ]
    left = [sum(true[at] for at in hidden if at[axis] == line) for _, axis, line in sums]
    bounds = [(1, 4) if true[at] in range(1, 5) else (0, None) for at in hidden]
    for i, at in enumerate(hidden):
        if at in ours.small:
            goal = np.eye(len(hidden))[i]
            ends = [
                sign * linprog(sign * goal, A_eq=[line for line, *_ in sums], b_eq=left, bounds=bounds).fun
                for sign in (1, -1)
            ]
            assert ends[1] - ends[0] >= 1 - 1e-6


@every_case
def test_no_more_than_twice_as_many_cells_are_hidden(case: dict[str, Any]) -> None:
    most = 2 * case["reference_suppressed_cells"]
    assert len(protected(case).hidden) <= most
    assert len(protected(case, WIDEST).hidden) <= most


def test_over_all_tables_fewer_cells_are_hidden_than_by_the_reference() -> None:
    ours = sum(len(protected(case).hidden) for case in CASES)
    assert ours <= sum(case["reference_suppressed_cells"] for case in CASES)


@every_case
def test_the_attack_agrees_that_the_reference_is_safe(case: dict[str, Any]) -> None:
    assert not attack(published_by_reference(case)).succeeded


@every_case
def test_small_counts_hidden_alone_in_a_row_or_a_column_are_worked_out(case: dict[str, Any]) -> None:
    bare = hide_primary(table_of(case), case["threshold"])
    rows, columns = [at[0] for at in bare.small], [at[1] for at in bare.small]
    alone = {at for at in bare.small if rows.count(at[0]) == 1 or columns.count(at[1]) == 1}
    found = attack(bare)
    assert alone <= set(found.disclosed)
    assert all(found.ranges[r, c].low == found.ranges[r, c].high == case["true"][r][c] for r, c in alone)


def test_most_tables_have_a_small_count_alone() -> None:
    bare = [hide_primary(table_of(case)) for case in CASES]
    assert sum(attack(each).succeeded for each in bare) > len(CASES) / 2


@every_case
def test_what_is_shown_is_true_and_zeros_are_among_it(case: dict[str, Any]) -> None:
    true = table_of(case).with_totals()
    shown = [(n, true[r, c]) for r, row in enumerate(protected(case).shown) for c, n in enumerate(row)]
    assert all(n == count for n, count in shown if not isinstance(n, Suppressed))
    assert not any(0 < n < case["threshold"] for n, _ in shown if not isinstance(n, Suppressed))
