"""Whatever is killed, and whenever, the store is as it was before or as it is after, and nothing between."""

import random
import signal

import pytest

from etl.faults import POINTS
from store.place import Store
from tests.etl.faults.expected import Expected

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")

COMMITTED = ("control_committed", "cleaning")
IN_UNDO = tuple(point for point in POINTS if not point.startswith("accepted"))
MONTHS = ("2026-07-31", "2026-08-31", "2026-09-30")
DOMESTIC, CHILD = "Domestic abuse investigation", "Child abuse investigation"
EXPLOITED, FALCON = "Missing and exploitation", "Team Falcon"
KILLS = 50


def of_both(cases):
    """One file about two units."""
    rows = [(DOMESTIC, "domestic abuse", cases), (CHILD, "child abuse", cases)]
    return {"name": f"{cases}.csv", "month": MONTHS[-1], "rows": rows, "words": {}}


def cases_of(victim):
    return {row[3] for row in victim.look().rows}


@pytest.mark.deep
@pytest.mark.parametrize("fault", POINTS)
def test_a_load_killed_at_a_named_point_is_all_there_or_not_at_all(victim, fault):
    assert victim.run("load", of_both(100))["code"] == 0
    killed = victim.run("load", of_both(200), fault=fault)
    assert (killed["code"], killed["said"]) == (-signal.SIGKILL, [])
    assert cases_of(victim) == {200 if fault in COMMITTED else 100}
    assert victim.run("load", of_both(300))["code"] == 0
    assert cases_of(victim) == {300}


@pytest.mark.deep
@pytest.mark.parametrize("fault", IN_UNDO)
def test_an_undoing_killed_at_a_named_point_is_done_or_not_begun(victim, fault):
    for cases in (100, 200):
        victim.run("load", of_both(cases))
    assert victim.run("undo", {"load_id": "L00002"}, fault=fault)["code"] == -signal.SIGKILL
    assert cases_of(victim) == {100 if fault in COMMITTED else 200}


class AnyOrder:
    """What is asked for next, at random, with what the store must hold once it is done."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)
        self.files = 0

    def first(self) -> tuple[str, dict, Expected]:
        """A load that holds a row back and agrees on a word: there is something to release and to change."""
        return self.load(Expected(words={FALCON: "MASH1"}), dict.fromkeys((DOMESTIC, FALCON)))

    def next(self, store: Store, now: Expected) -> tuple[str, dict, Expected]:
        """One of everything that writes: what to do, what it is asked, and what holds afterwards."""
        do = self.chance.choice(("load", "load", "undo", "rebuild", "release", "match", "compare"))
        return getattr(self, f"_{do}")(store, now) or self._load(store, now)

    def load(self, now: Expected, named: dict, do: str = "load") -> tuple[str, dict, Expected]:
        """A file about the units named, with one row that cannot be read."""
        self.files += 1
        month = self.chance.choice(MONTHS)
        # never a count twice: what was loaded already changes nothing
        cases = {name: 10 + 3 * self.files + n for n, name in enumerate(named)}
        rows = [(name, "domestic abuse", count) for name, count in cases.items()]
        rows.append((EXPLOITED, "modern slavery", "lots"))
        words = {FALCON: now.words[FALCON]} if FALCON in named and not now.loads else {}
        asked = {"name": f"{self.files}.csv", "month": month, "rows": rows, "words": words}
        return do, asked, now if do == "compare" else now.loaded(month, cases)

    def _load(self, store, now):
        named = self.chance.sample((DOMESTIC, CHILD, FALCON), self.chance.randint(1, 3))
        return self.load(now, dict.fromkeys(named))

    def _compare(self, store, now):
        return self.load(now, dict.fromkeys((DOMESTIC, CHILD)), "compare")

    def _undo(self, store, now):
        standing = [each.load_id for each in now.loads if each.stands]
        load_id = self.chance.choice(standing) if len(standing) > 1 else None
        return load_id and ("undo", {"load_id": load_id}, now.undone(load_id))

    def _rebuild(self, store, now):
        return "rebuild", {}, now

    def _match(self, store, now):
        code = "VA1" if now.words[FALCON] == "MASH1" else "MASH1"
        return "match", {"text": FALCON, "code": code}, now.meaning(FALCON, code)

    def _release(self, store, now):
        from etl.holding.release import still_held

        held = still_held(store)
        if not held:
            return None
        row = self.chance.choice(held)
        self.files += 1
        done = now.loaded(row.month_end, {EXPLOITED: self.files})
        return "release", {"row": row.key, "open": self.files}, done


class Killing:
    """Strikes at random moments, judged by how long the same thing took when it was last left alone."""

    def __init__(self, victim, seed):
        self.victim, self.order, self.kills = victim, AnyOrder(seed), 0
        self.chance = random.Random(-seed)
        self.took: dict[str, dict] = {}
        do, asked, self.now = self.order.first()
        assert victim.run(do, asked)["code"] == 0
        self.found = victim.look()
        self.must_be(self.now)

    def must_be(self, wanted: Expected) -> None:
        """The rows, the figures, the states of loads and the words are those reckoned plainly."""
        assert self.found.states == wanted.states()
        assert self.found.words == wanted.words
        assert self.found.rows == wanted.rows()
        assert self.found.figures == [(unit, month, cases) for unit, month, _, cases in wanted.rows()]

    def strike(self, do: str) -> tuple[str, float] | None:
        """A moment anywhere in its whole time, or in the time after one of its steps; None to let it be."""
        known = self.took.get(do)
        if not known or self.chance.random() < 0.1:
            return None
        step = self.chance.choice(["", *known["steps"]])
        return step, self.chance.uniform(0, known["took"] - known["steps"].get(step, 0))

    def once(self) -> None:
        """One attempt, and what it left: the state before it, or the state after it and never lost again."""
        do, asked, after = self.order.next(self.victim.open(), self.now)
        told = self.victim.run(do, asked, strike=self.strike(do))
        assert told["code"] in (0, -signal.SIGKILL), f"{do} could not be done after what was killed before it"
        self.kills += told["code"] != 0
        before, self.found = self.found, self.victim.look()
        if self.found.control == before.control:
            assert do == "compare" or not told["said"], f"{do} was acknowledged and is lost"
            assert self.found == before
        else:
            self.now = after
            self.must_be(after)
        if told["code"] == 0:
            self.took[do] = told

    def rebuilt(self) -> None:
        """What is published is what a rebuild gives, table by table."""
        before = self.victim.tables()
        assert self.victim.run("rebuild", {})["code"] == 0
        assert self.victim.tables() == before
        self.found = self.victim.look()
        self.must_be(self.now)


# Each history is of fifty kills: one in an ordinary run, ten in a long one.
@pytest.mark.parametrize("history", [1, *(pytest.param(n, marks=pytest.mark.deep) for n in range(2, 11))])
def test_kills_at_random_tear_double_and_lose_nothing(victim, history):
    killing = Killing(victim, history)
    while killing.kills < KILLS:
        before = killing.kills
        killing.once()
        if killing.kills > before and killing.kills % 10 == 0:
            killing.rebuilt()
    assert set(killing.took) == {"load", "undo", "rebuild", "release", "match", "compare"}
