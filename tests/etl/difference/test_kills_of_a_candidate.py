"""A comparison killed anywhere leaves nothing behind once the store is opened again."""

import os
import signal
import subprocess
import sys

import pytest

from etl.loading import worker
from store import open_store, place
from store.own_settings import keep_for_samples
from tests.etl.difference.test_what_would_change import SENT

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")

POINTS = ("candidate_compared",)
OTHERS = (
    "accepted_half_written",
    "accepted_in_place",
    "warehouse_half_built",
    "warehouse_built",
    "warehouse_in_place",
)


def compared(tmp_path, fault=""):
    """The command in a process of its own, which dies at the fault: its exit code and what it printed."""
    file = tmp_path / "cases.csv"
    file.write_bytes(SENT[0][1])
    done = subprocess.run(
        [sys.executable, "-m", "etl", "compare", str(file)],
        cwd=worker.ROOT,
        env={**os.environ, "PPU_FAULT": fault},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.deep
@pytest.mark.parametrize("fault", [*POINTS, *OTHERS])
def test_a_kill_leaves_nothing_after_the_next_start(tmp_path, fault):
    store = keep_for_samples(open_store())
    code, _ = compared(tmp_path, fault)
    assert code == -signal.SIGKILL
    assert list(store.candidates.rglob("*.*")), "it died before it had written anything"
    place._opened.clear()
    open_store()
    for folder in (store.candidates, store.accepted, store.published):
        assert list(folder.iterdir()) == []


@pytest.mark.deep
def test_the_command_says_what_would_change_and_leaves_nothing(tmp_path):
    store = keep_for_samples(open_store())
    code, said = compared(tmp_path)
    assert code == 0
    assert "What would change, beside an empty store, by cases.csv. Nothing has been saved." in said
    assert "Caseload, September 2026, DA1: 1 new" in said
    for folder in (store.candidates, store.accepted, store.published):
        assert list(folder.iterdir()) == []
