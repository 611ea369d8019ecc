"""What may go wrong half way: what a person is told of it, that nothing is half done, and the way back."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing

import duckdb
import pytest

from etl.__main__ import main
from etl.difference.base import base_now
from etl.loading import worker
from etl.loading.load import load
from etl.opening import read
from etl.publishing.publish import settings_of
from store import history, jobs, last_load, lock, place, publications
from store.place import StoreProblem, open_store
from store.troubles import says
from store.warehouse import connect
from tests.etl.faults.conftest import cases_in, holds, said_on, sheet
from ui.upload import job

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")


@pytest.fixture
def file(tmp_path) -> str:
    """A return of 200 open cases, on disk."""
    name, data = sheet(200)
    (tmp_path / name).write_bytes(data)
    return str(tmp_path / name)


def choose(seen, *files):
    seen.file_uploader[0].set_value([(name, data, "text/csv") for name, data in files]).run()
    return said_on(seen)


# The process that reads a file


def test_a_reader_that_is_killed_is_said_and_the_file_can_be_sent_again(
    store, page, file, capsys, monkeypatch
):
    before = holds(store)
    with monkeypatch.context() as killed:
        dies = [sys.executable, "-S", "-c", "import os; os.kill(os.getpid(), 9)"]
        killed.setattr(read, "_command", lambda kind, headings: dies)
        assert main(["load", file]) == 1
        told = capsys.readouterr().out
        assert "[file_exhausts]" in told and "more memory or time than a return can need" in told
        assert "more memory or time than a return can need" in choose(page("data/upload"), sheet(200))
    assert holds(store) == before
    assert main(["load", file]) == 0 and cases_in(store) == [200]


# The lock

HOLDER = """
import sys, time
from filelock import FileLock
held = FileLock(sys.argv[1])
held.acquire()
print(1, flush=True)
time.sleep(600)
"""


@pytest.fixture
def holder(store):
    """Another process that writes to the store, and never ends by itself."""
    command = [sys.executable, "-c", HOLDER, str(store.lock_file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().strip() == b"1"
        yield process
        process.kill()


def test_a_lock_that_is_held_is_said_and_one_whose_holder_died_holds_nobody_up(
    store, holder, page, file, capsys, monkeypatch
):
    before = holds(store)
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.1)
    assert main(["load", file]) == 2
    assert says("store_busy") in capsys.readouterr().err
    assert ended(store, page, sheet(200), monkeypatch)[1].count(says("store_busy")) >= 1
    assert holds(store) == before
    holder.kill()
    holder.wait()
    assert main(["load", file]) == 0 and cases_in(store) == [200]


class NotStarted:
    """A worker that this process is itself."""

    def poll(self):
        return 0


def ended(store, page, sent, monkeypatch, dies=None):
    """Work a job off here, and what the upload page says of its end."""
    with monkeypatch.context() as here:
        here.setattr(worker.subprocess, "Popen", lambda *rest, **named: NotStarted())
        name = worker.start(store, [sent], "me")
    if dies is None:
        worker.work(store, name)
    else:
        child = os.spawnve(
            os.P_WAIT, sys.executable, [sys.executable, "-m", "etl", "work", name],
            {**os.environ, "PPU_FAULT": dies, "PPU_STORE": str(store.path), "PYTHONPATH": str(worker.ROOT)},
        )  # fmt: skip
        assert child == -signal.SIGKILL
    seen = page("data/upload")
    seen.session_state[job.RUNNING] = job.Job(name, "load", ())
    return worker.status(store, name), said_on(seen.run())


# The worker


@pytest.mark.parametrize(
    ("dies", "code", "head", "held"),
    [
        pytest.param("accepted_half_written", "stopped", "Nothing was loaded", [100], marks=pytest.mark.deep),
        ("control_committed", "stopped_after", "How it ended is not known", [200]),
    ],
)
def test_a_worker_that_is_killed_is_told_as_what_it_left(
    store, page, file, monkeypatch, dies, code, head, held
):
    status, said = ended(store, page, sheet(200), monkeypatch, dies)
    assert (status.state, status.message) == (jobs.INTERRUPTED, says(code))
    assert says(code) in said and head in said
    assert cases_in(store) == held
    assert main(["load", file]) == 0  # what is loaded already counts once
    assert cases_in(store) == [200]


def wait(store, name):
    """Until the worker has ended."""
    until = time.monotonic() + 120
    while worker.status(store, name).state == "running":
        assert time.monotonic() < until, "the worker did not end"
        time.sleep(0.1)
    return worker.status(store, name)


def test_a_dashboard_killed_half_way_does_not_stop_the_load_and_shows_it_when_it_is_back(
    victim, page, monkeypatch
):
    order = {"name": "august.csv", "month": "2026-08-31", "words": {}}
    rows = [("Domestic abuse investigation", "domestic abuse", 70)]
    told = victim.run("dashboard", order | {"rows": rows}, strike=("begun", 0.0))
    assert told["code"] == -signal.SIGKILL
    store = victim.open()
    (name,) = [file.stem for file in store.jobs.glob("*.json")]
    assert worker.status(store, name).state == "running"
    assert wait(store, name).state == "done"
    assert cases_in(store) == [70]
    monkeypatch.setenv("PPU_STORE", str(store.path))
    said = said_on(page("data/upload"))
    assert "The last load" in said and "august.csv" in said and "by S Patel" in said
    assert "1 row loaded (load L00001)" in said


def test_a_tab_closed_half_way_does_not_stop_the_load_and_whoever_comes_next_finds_it(store, page, tmp_path):
    watching = page("data/upload")
    name = worker.start(store, [sheet(200)], "S Patel")
    last_load.remember(store, name, ("september.csv",), "S Patel", ())
    watching.session_state[job.RUNNING] = job.Job(name, "load", ())
    assert "Loading the files" in said_on(watching.run())
    del watching  # the tab, and with it the session
    if worker.status(store, name).state == "running":
        assert "It is still being loaded." in said_on(page("data/upload")) or not jobs.is_alive(store, name)
    assert wait(store, name).state == "done"
    said = said_on(page("data/upload"))
    assert "The last load" in said and "september.csv" in said and "1 row loaded (load L00002)" in said
    assert cases_in(store) == [200]


# Two people


def of(cases):
    rows = [("Domestic abuse investigation", "domestic abuse", cases)]
    return {"name": f"{cases}.csv", "month": "2026-09-30", "rows": rows, "words": {}}


def test_two_people_who_load_the_same_month_at_once_do_not_double_it_and_the_later_says_so(victim):
    both = victim.at_once(("load", of(200)), ("load", of(300)))
    assert [told["code"] for told in both] == [0, 0]
    said = [" ".join(told["said"][0]) for told in both]
    found = victim.look()
    assert list(found.states.values()) == ["published"] * 2
    (row,) = found.rows
    later = next(n for n, text in enumerate(said) if "replaces what was loaded before" in text)
    assert row[2:] == ("L00002", (200, 300)[later])
    assert "replaces" not in said[1 - later]


@pytest.mark.deep
def test_whoever_looked_before_somebody_else_loaded_is_told_and_looks_again(store):
    seen = base_now(store, settings_of(store))
    assert load(store, [sheet(200)], "A", seen=seen).loads
    second = load(store, [sheet(300)], "B", seen=seen)
    assert (second.moved, second.said, second.loads) == (True, (says("looked_at_moved"),), ())
    assert cases_in(store) == [200]
    again = load(store, [sheet(300)], "B", seen=base_now(store, settings_of(store)))
    assert again.loads and any("replaces what was loaded before" in said for said in again.said)
    assert cases_in(store) == [300]


# The published file


def flip(file, at):
    """One bit of the file is another."""
    content = bytearray(file.read_bytes())
    content[at] ^= 1 << (at % 8)
    file.chmod(0o600)
    file.write_bytes(content)
    file.chmod(0o444)


def everything(store):
    """Every table; raises where the file is damaged."""
    reader = connect(store)
    try:
        names = reader.cursor().execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'w'")
        return [
            reader.cursor().execute(f'FROM "{name}" ORDER BY ALL').fetchall() for (name,) in names.fetchall()
        ]
    finally:
        reader.close()


def test_a_flipped_bit_never_gives_another_figure(store):
    file = store.published / publications.current(store).file
    whole, before, caught = file.read_bytes(), everything(store), 0
    for at in random.Random(7).sample(range(len(whole)), 40):
        flip(file, at)
        try:
            assert everything(store) == before
        except (duckdb.Error, StoreProblem):
            caught += 1
        file.chmod(0o600)
        file.write_bytes(whole)
    assert caught > 10


def damage_figures(store, file):
    """Damage that shows only when figures are read, and not when the file is opened."""
    whole = file.read_bytes()
    for at in range(12288 + 4096, len(whole), 262144):
        flip(file, at)
        try:
            reader = connect(store)
            with closing(reader), pytest.raises(duckdb.IOException):
                reader.cursor().execute("SELECT count(*), sum(numerator), min(unit) FROM figure").fetchall()
            return
        except (StoreProblem, pytest.fail.Exception):
            file.chmod(0o600)
            file.write_bytes(whole)
    raise AssertionError("no block of figures was found")


def damage_the_head(store, file):
    """Damage that shows when the file is opened."""
    for at in range(100, 12288, 500):
        flip(file, at)


@pytest.mark.parametrize("damage", [damage_figures, pytest.param(damage_the_head, marks=pytest.mark.deep)])
def test_a_damaged_published_file_is_said_on_the_page_and_a_rebuild_mends_it(store, page, damage):
    made = publications.current(store)
    damage(store, store.published / made.file)
    said = said_on(page("overview/overview"))
    assert says("published_damaged", file=made.file) in said
    assert "Traceback" not in said and "reference" not in said.split("</h1>")[0]
    assert main(["rebuild"]) == 0
    place._opened.clear()
    assert cases_in(open_store()) == [100]
    said = said_on(page("overview/overview"))
    assert "damaged" not in said and "September 2026" in said


@pytest.mark.deep
def test_a_load_on_top_of_a_damaged_file_is_made_from_the_accepted_rows(store, file):
    published = store.published / publications.current(store).file
    flip(published, len(published.read_bytes()) // 2)
    assert main(["load", file]) == 0
    assert cases_in(store) == [200] and len(history.loads(store)) == 2
