"""Whatever is sent in whatever order: what the report shows is what the publication then holds."""

import random
from collections import Counter
from datetime import date

import pytest

from etl.difference import compare as comparing
from etl.difference.candidate import NOBODY, UNTIL_ANSWERED
from etl.difference.compare import compare
from etl.loading import entry
from etl.loading.decisions import all_accepted
from etl.loading.load import load
from metrics import engine
from metrics.catalogue import METRICS
from settings import sample
from store.warehouse import connect
from tests.etl.difference.conftest import a_file
from ui.findings.series import plain

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
OK = all_accepted(UNTIL_ANSWERED.reason)
FORCE = sample().forces[0]
OWN = frozenset((FORCE.code, unit.code) for unit in FORCE.units if not unit.benchmark)


def cases(month, **still_open):
    return [
        {"month_end": month, "unit": unit, "open": n, "unallocated": 0, "new": n // 2}
        for unit, n in still_open.items()
    ]


def staff(month, **refs):
    return [
        {"month_end": month, "unit": unit, "person_ref": ref, "crime_system_ref": f"N{ref}"}
        for unit, those in refs.items()
        for ref in those
    ]  # fmt: skip


RETURNS = (
    a_file("caseload", cases(AUGUST, DA1=118, CA1=60, MASH1=30), "cases aug.csv"),
    a_file("caseload", cases(SEPTEMBER, DA1=124, CA1=60), "cases sep.csv"),
    a_file("caseload", cases(SEPTEMBER, DA1=90), "cases sep corrected.csv"),
    a_file("people", staff(AUGUST, DA1=["1", "2", "3"], CA1=["4"]), "people aug.csv"),
    a_file("people", staff(SEPTEMBER, DA1=["1", "4"], CA1=["5"]), "people sep.csv"),
    a_file("investigators", [{"month_end": SEPTEMBER, "unit": "DA1", "person_ref": "N9", "open": 7}]),
    a_file("training", [{"month_end": SEPTEMBER, "unit": "DA1", "person_ref": ref} for ref in ("1", "8")]),
)


def tables(cursor, schema):
    """Every table in an order of its own."""
    named = cursor.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = $s", {"s": schema}
    ).fetchall()
    held = {name: cursor.execute(f'SELECT * FROM {schema}."{name}" ORDER BY ALL').df() for (name,) in named}
    return {name: sorted(map(repr, frame.to_dict("split")["data"])) for name, frame in held.items()}


def published(store, ask=lambda cursor: tables(cursor, "w")):
    reader = connect(store)
    try:
        return ask(reader.cursor()) if reader else {}
    finally:
        if reader:
            reader.close()


def rows(store, dataset, columns):
    sql = f"SELECT {columns} FROM {dataset}"
    return published(store, lambda cursor: cursor.execute(sql).fetchall()) or []


def check_figures(cursor, figures):
    for each in figures:
        where = {"work_family": [each.work_family]} if each.work_family else {}
        where |= {"unit": [each.unit]} if each.unit else {}
        frame = engine.read(
            cursor, each.metric, OWN, by=["month_end", *where], where=where,
            month_from=each.month_end, month_to=each.month_end,
        )  # fmt: skip
        held = [(plain(v), METRICS[each.metric].say(v, n, d)) for v, n, d in _values(frame)]
        assert (held or [(None, "no return")]) == [(each.will, each.will_said)], each


def _values(frame):
    return zip(frame["value"], frame["numerator"], frame["denominator"], strict=True)


def check_rows(before, after, changes, month):
    """Caseload reckoned again: a unit's rows beside the month itself, else the newest month before it."""
    for each in (c for c in changes if c.dataset == "caseload"):
        assert each.month_end == month
        mine = {m: n for u, m, n in before if u == each.unit}
        compared = max((m for m in mine if m <= month), default=None)
        old, new = mine.get(compared), {u: n for u, m, n in after if m == month}.get(each.unit)
        told = (int(old is None and new is not None), int(None not in (old, new) and old != new),
                int(old is not None and new is None))  # fmt: skip
        assert (each.compared, each.new, each.changed, each.gone) == (compared, *told)


def check_findings(before, after, changes):
    was, will = (Counter() for _ in range(2))
    for held, counted in ((before, was), (after, will)):
        for id, unit, month, n, detail in held:
            counted[id, unit or "", month, detail] += n
    wanted = {k: (was[k], will[k]) for k in {*was, *will} if was[k] != will[k]}
    assert {(f.id, f.unit, f.month_end, f.detail): (f.was, f.will) for f in changes} == wanted


CASES, FOUND = 'unit, month_end, "open"', "id, unit, month_end, n, detail"


@pytest.mark.deep
@pytest.mark.parametrize(("seed", "sent"), [(18, 3), *((n, len(RETURNS)) for n in range(12))])
def test_the_report_holds_what_is_published_for_any_order_of_returns(store, monkeypatch, seed, sent):
    order = random.Random(seed).sample(RETURNS, sent)
    looked_at = {}
    differences = comparing._differences

    def looking(at, both, made, plan):
        looked_at.update(tables(both.con, "will"))
        return differences(at, both, made, plan)

    monkeypatch.setattr(comparing, "_differences", looking)
    monkeypatch.setattr(entry, "now", lambda: "2026-10-05T09:00:00Z")
    for file in order:
        looked_at.clear()
        before = rows(store, "caseload", CASES), rows(store, "finding", FOUND)
        found = compare(store, [file])
        assert found.files == (file[0],), found.refused
        assert published(store) == {} or rows(store, "caseload", CASES) == before[0]
        assert load(store, [file], NOBODY, OK).loads
        assert looked_at == published(store)
        published(store, lambda cursor, found=found: check_figures(cursor, found.figures))
        check_findings(before[1], rows(store, "finding", FOUND), found.findings)
        month = AUGUST if "aug" in file[0] else SEPTEMBER
        check_rows(before[0], rows(store, "caseload", CASES), found.rows, month)
    assert not list(store.candidates.iterdir())
