"""Whatever is loaded, corrected, undone and rebuilt in whatever order, what is published is what was told."""

import shutil
from collections import Counter
from contextlib import contextmanager, nullcontext
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from etl import faults
from etl.loading.undo import CannotUndo
from etl.publishing.plan import Change
from etl.publishing.publish import publish
from etl.publishing.rebuild import rebuild
from store import audit, clean, history, open_store, place, publications
from store.control import reading
from store.lock import writing
from tests.etl.load.conftest import Loads
from tests.etl.load.test_publish import everything
from tests.etl.load.told import Told, standing

UNITS = ("DA1", "CA1", "MASH1")
MONTHS = (date(2026, 8, 31), date(2026, 9, 30))
MOVED_ON = date(2026, 8, 14)
PEOPLE = ("1", "2")
WORK = ("domestic abuse", "stalking or harassment")
UNIT_COLUMN = {
    "caseload": "unit",
    "establishment": "unit",
    "people": "unit",
    "movements": "from_unit",
    "training": "unit",
}
COMMITTED = ("control_committed", "cleaning")
IN_LOAD = tuple(point for point in faults.POINTS if point != "lock_held")
IN_UNDO = tuple(point for point in faults.POINTS if not point.startswith("accepted"))
units = st.sampled_from(UNITS)
months = st.sampled_from(MONTHS)
people = st.sampled_from(PEOPLE)
counts = st.integers(0, 99)


def faulty(points):
    """Mostly no fault, at times one of these."""
    return st.sampled_from([""] * 3 * len(points) + list(points))


@st.composite
def caseload(draw):
    """One month's caseload of some units, each with one or both kinds of work."""
    month = draw(months)
    named = draw(st.sets(st.tuples(units, st.sampled_from(WORK)), min_size=1, max_size=4))
    return {
        "caseload": [
            {"month_end": month, "unit": unit, "work_type": work, "unallocated": 0, "open": draw(counts)}
            for unit, work in sorted(named)
        ]
    }  # fmt: skip


@st.composite
def attrition(draw):
    """A month's posts of some units, their people, and movements that may have been told of before."""
    month = draw(months)
    named = sorted(draw(st.sets(units, min_size=1)))
    there = draw(st.dictionaries(people, st.sampled_from(named), min_size=1))
    moved = draw(st.dictionaries(people, st.permutations(UNITS), min_size=1))
    return {
        "establishment": [{"month_end": month, "unit": unit} for unit in named],
        "people": [{"month_end": month, "unit": unit, "person_ref": ref} for ref, unit in there.items()],
        "movements": [
            {"month_end": month, "person_ref": ref, "event": "move", "date": MOVED_ON, "from_unit": one,
             "to_unit": other}
            for ref, (one, other, _) in moved.items()
        ],
    }  # fmt: skip


@st.composite
def training(draw):
    """A month's training records: of the whole force, or of some of its units and of people without one."""
    month = draw(months)
    of_units = draw(st.booleans())
    who = draw(st.dictionaries(people, st.none() | units if of_units else st.none(), min_size=1))
    return {"training": [{"month_end": month, "person_ref": ref, "unit": unit} for ref, unit in who.items()]}


class Killed(BaseException):
    """The process died here; unlike a kill it unwinds, as a stopped script does."""


@contextmanager
def dying(at):
    """What stands inside dies at a named point, or goes to its end where none is named."""

    def die(*_):
        raise Killed

    with pytest.MonkeyPatch.context() as patched, pytest.raises(Killed) if at else nullcontext():
        patched.setenv("PPU_FAULT", at)
        patched.setattr(faults.os, "kill", die)
        yield


class Sequence(RuleBasedStateMachine):
    """A store, and the loads that were told to it."""

    def __init__(self, folder):
        super().__init__()
        self.folder = folder
        self.loads = Loads(open_store(folder / "a store"))
        self.told: list[Told] = []

    # A rule for each workbook, so that there is more to come than to undo.
    @rule(sent=caseload(), at=faulty(IN_LOAD))
    def send_caseload(self, sent, at):
        self.load([sent], at)

    @rule(sent=attrition(), at=faulty(IN_LOAD))
    def send_attrition(self, sent, at):
        self.load([sent], at)

    @rule(sent=training(), at=faulty(IN_LOAD))
    def send_training(self, sent, at):
        self.load([sent], at)

    @rule(sent=st.tuples(caseload(), attrition(), training()), at=faulty(IN_LOAD))
    def send_a_month(self, sent, at):
        self.load(sent, at)

    def load(self, sent, at):
        telling = []
        with dying(at), writing(self.loads.store):
            clean.unreferenced(self.loads.store)
            entries = tuple(self.loads.entry(before, **sheets) for before, sheets in enumerate(sent))
            telling += [Told(entry.load.load_id, sheets) for entry, sheets in zip(entries, sent, strict=True)]
            publish(self.loads.store, self.loads.settings, Change(entries), "me", "test")
        if not at or at in COMMITTED:
            self.told += telling

    @precondition(lambda self: any(not told.undone for told in self.told))
    @rule(which=st.integers(0, 99), at=faulty(IN_UNDO))
    def undo(self, which, at):
        held = [told for told in self.told if not told.undone]
        chosen = held[which % len(held)]
        with dying(at):
            self.loads.undo(chosen.load_id)
        chosen.undone = not at or at in COMMITTED

    @precondition(lambda self: any(told.undone for told in self.told))
    @rule()
    def undo_what_is_undone(self):
        with pytest.raises(CannotUndo):
            self.loads.undo(next(told.load_id for told in self.told if told.undone))

    @precondition(lambda self: self.told)
    @rule()
    def rebuild(self):
        before = everything(self.loads)
        rebuild(self.loads.store, "me")
        assert everything(self.loads) == before

    @rule()
    def start_afresh(self):
        place._opened.clear()
        self.loads.store = open_store(self.loads.store.path)

    @invariant()
    def what_is_published_is_what_was_told(self):
        if not self.told:
            assert publications.current(self.loads.store) is None
            return
        wanted = standing(self.told)
        for dataset, unit in UNIT_COLUMN.items():
            rows = self.loads.ask(
                f"SELECT load_id, row_number, month_end, {unit} FROM {dataset} ORDER BY ALL"
            )
            mine = [
                (*key[1:], row["month_end"], row[unit]) for key, row in wanted.items() if key[0] == dataset
            ]
            assert rows == sorted(mine), dataset

    @invariant()
    def open_work_adds_up_to_what_was_told(self):
        if self.told:
            wanted = Counter()
            for (dataset, *_), row in standing(self.told).items():
                if dataset == "caseload":
                    wanted[row["unit"], row["month_end"]] += row["open"]
            figures = self.loads.ask(
                "SELECT unit, month_end, sum(numerator) FROM figure "
                "WHERE metric = 'pressure/open' GROUP BY ALL"
            )
            assert {(unit, month): open_cases for unit, month, open_cases in figures} == wanted

    def teardown(self):
        with reading(self.loads.store) as con:
            assert audit.first_broken_line(con) is None
        states = {record.load_id: record.state for record in history.loads(self.loads.store)}
        assert states == {told.load_id: "undone" if told.undone else "published" for told in self.told}
        shutil.rmtree(self.folder)


@pytest.mark.parametrize(
    ("sequences", "steps"), [(2, 6), pytest.param(40, 30, marks=pytest.mark.deep, id="long")]
)
def test_what_is_published_is_what_was_told_after_any_sequence(sequences, steps, tmp_path_factory):
    run_state_machine_as_test(
        lambda: Sequence(tmp_path_factory.mktemp("sequence")),
        settings=settings(
            max_examples=sequences, stateful_step_count=steps, suppress_health_check=list(HealthCheck)
        ),
    )
