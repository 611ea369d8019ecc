"""A load or an undoing killed anywhere leaves the store before it or after it, and nothing between."""

import random
import signal
import time

import pytest

from etl.faults import POINTS
from store import history

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")

COMMITTED = ("control_committed", "cleaning")
IN_UNDO = tuple(point for point in POINTS if not point.startswith("accepted"))


AROUND_THE_COMMIT = (
    "accepted_half_written",
    "warehouse_in_place",
    "control_before_commit",
    "control_committed",
)


@pytest.mark.parametrize(
    "fault", [p if p in AROUND_THE_COMMIT else pytest.param(p, marks=pytest.mark.deep) for p in POINTS]
)
def test_a_load_killed_at_a_named_point_is_all_there_or_not_at_all(victim, fault):
    victim.run("load", 100)
    code, said = victim.run("load", 200, fault=fault)
    assert code == -signal.SIGKILL
    assert said == []
    victim.check_whole()
    held = 200 if fault in COMMITTED else 100
    assert {row[3] for row in victim.rows()} == {held}
    _, said = victim.run("load", 300)
    assert len(said) == 1
    victim.check_whole()
    assert {row[3] for row in victim.rows()} == {300}


@pytest.mark.deep
@pytest.mark.parametrize("fault", IN_UNDO)
def test_an_undoing_killed_at_a_named_point_is_done_or_not_begun(victim, fault):
    victim.run("load", 100, 200)
    code, _ = victim.run("undo", "L00002", fault=fault)
    assert code == -signal.SIGKILL
    victim.check_whole()
    assert {row[3] for row in victim.rows()} == {100 if fault in COMMITTED else 200}


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.deep)])
def test_kills_at_random_tear_double_and_lose_nothing(victim, kills):
    chance = random.Random(kills)
    done: list[str] = []
    for kill in range(kills):
        with victim.start("forever", kill) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 2.5))
            process.kill()
            done += process.stdout.read().splitlines()
        victim.check_whole()
        states = {record.load_id: record.state for record in history.loads(victim.open())}
        for what, load_id in (line.split() for line in done):
            assert load_id in states
            assert what == "loaded" or states[load_id] == "undone"
    assert done
