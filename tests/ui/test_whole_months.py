"""Which months may be summed over units: those that no unit expected then is missing from."""

from types import SimpleNamespace

import pandas as pd
import pytest

from tests.metrics.warehouse import months
from ui.figures.whole_months import whole_months
from ui.figures.world import Unit
from ui.pressure import pressure_unit

ENDS = tuple(months("2024-01", 30))
FROM, TO = ENDS[10], ENDS[19]


def page(*units):
    return SimpleNamespace(months=ENDS, units=units)


def unit(code, first=None, last=None):
    return Unit("N", code, code, "made", False, first, last)


def sent(**by_unit):
    rows = [(code, month, 5.0, 1) for code, ends in by_unit.items() for month in ends]
    return pd.DataFrame(rows, columns=["unit", "month_end", "value", "units"])


@pytest.mark.parametrize("work", [False, True])
def test_a_unit_is_expected_from_its_first_day_to_its_last(work):
    both = page(unit("A"), unit("B", FROM, TO))
    frame = sent(A=ENDS, B=[m for m in ENDS if FROM <= m <= TO and m != ENDS[12]])
    assert whole_months(both, frame, has_the_work=work) == set(ENDS) - {ENDS[12]}


def test_a_unit_without_the_work_is_not_waited_for_and_one_that_stopped_for_twelve_months():
    both = page(unit("A"), unit("B"))
    assert whole_months(both, sent(A=ENDS), has_the_work=True) == set(ENDS)
    assert whole_months(both, sent(A=ENDS)) == frozenset()
    stopped = whole_months(both, sent(A=ENDS, B=ENDS[:10]), has_the_work=True)
    assert stopped == {*ENDS[:10], *ENDS[21:]}


def test_a_figure_that_is_not_known_was_not_sent():
    frame = sent(A=ENDS).assign(units=[0, *[1] * 29])
    assert whole_months(page(unit("A")), frame) == set(ENDS[1:])
    assert whole_months(page(unit("A")), frame.iloc[:0]) == frozenset()
    assert whole_months(page(unit("A", FROM)), sent(A=ENDS)) == set(ENDS[10:])


def test_sums_by_month_of_a_family_go_on_where_a_unit_has_closed():
    each = sent(A=ENDS, B=ENDS[:20]).assign(work_family="referrals")
    total = each.groupby("month_end", as_index=False)[["value", "units"]].sum()
    shown = page(unit("A"), unit("B", None, TO))
    shown.metric = lambda _name, by, where: each if "unit" in by else total
    found = pressure_unit.monthly(shown, "pressure/new", "referrals", None)
    assert found.values == (10.0,) * 20 + (5.0,) * 10
