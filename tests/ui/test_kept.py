"""What a page works out is kept by all that it depends on: nobody is given what was made for another."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from access.model import Reader
from metrics.catalogue import METRICS
from settings import sample
from ui.figures import kept, shown
from ui.figures.status import Status
from ui.figures.world import World
from ui.page import open_page

MONTH, BEFORE = date(2026, 9, 30), date(2026, 8, 31)
FORCE = sample().forces[0]
FIRST, SECOND = ((FORCE.code, unit.code) for unit in FORCE.units[:2])
READER = Reader("A", "local user", None, True)
NOT_LATE = Status((), (), frozenset(), (), MONTH, ())
PAGE = open_page.Page(
    "overview/overview",
    READER,
    sample(),
    World("one.duckdb", (), ()),
    FORCE.code,
    MONTH,
    "all",
    frozenset({FIRST, SECOND}),
    frozenset(),
    NOT_LATE,
)
OTHERS = {
    "another publication": {"world": World("two.duckdb", (), ())},
    "another force": {"force": "ELSEWHERE"},
    "another month": {"month": BEFORE},
    "another group": {"group": "adults"},
    "fewer units": {"scope": frozenset({FIRST})},
    "a rest of force": {"benchmark_scope": frozenset({("N", "REST")})},
    "publication mode": {"reader": replace(READER, internal=False)},
    "another role": {"reader": replace(READER, role="commissioner")},
    "a reader of one unit": {"reader": replace(READER, scope=frozenset({FIRST}))},
    "a month late": {"status": replace(NOT_LATE, late_months=(BEFORE,))},
    "other settings": {
        "settings": replace(sample(), forces=(replace(FORCE, name="Renamed"), *sample().forces[1:]))
    },
}


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    limits = []
    monkeypatch.setattr(open_page.rebases, "standing", lambda *_: tuple(limits))
    monkeypatch.setattr(open_page.session, "the_store", lambda: None)
    kept._kept.clear()
    yield limits
    kept._kept.clear()


def counted():
    made = []

    @kept.once
    def answer(page, unit=None):
        made.append(unit)
        return len(made)

    return answer


def test_the_same_page_is_answered_once():
    answer = counted()
    assert [answer(PAGE), answer(replace(PAGE)), answer(PAGE, "DA1"), answer(PAGE, "DA1")] == [1, 1, 2, 2]


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS)
def test_a_page_that_shows_something_else_is_answered_anew(change):
    answer = counted()
    assert (answer(PAGE), answer(replace(PAGE, **change))) == (1, 2)


def test_new_limits_are_answered_anew(nothing_kept, monkeypatch):
    answer, before = counted(), replace(PAGE)
    monkeypatch.setattr(open_page.Page, "months", property(lambda _: (MONTH,)))
    nothing_kept.append(SimpleNamespace(unit=FIRST[1], from_month=MONTH, metric="pressure/new"))
    assert (answer(before), answer(replace(PAGE))) == (1, 1)
    nothing_kept.append(SimpleNamespace(unit=SECOND[1], from_month=MONTH, metric="pressure/new"))
    assert answer(replace(PAGE)) == 2


def test_an_answer_that_was_kept_still_tells_the_foot_of_the_page_its_measures():
    @kept.once
    def answer(page):
        shown.add("pressure/new", open_page.pd.DataFrame(), page.month)

    for _ in range(2):
        shown.begin()
        answer(PAGE)
        assert shown.measures() == ("pressure/new",) and "pressure/new" in METRICS


def test_two_functions_of_one_page_do_not_share_an_answer():
    @kept.once
    def first(page):
        return "first"

    @kept.once
    def second(page):
        return "second"

    assert (first(PAGE), second(PAGE)) == ("first", "second")
