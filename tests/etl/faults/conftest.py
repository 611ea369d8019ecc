"""Killing a process that writes, and looking at what it left as the next start would."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from store import audit, history, matches, open_store, place, publications
from store.control import reading
from store.durable import sha256_of
from store.own_settings import keep_for_samples
from store.place import Store
from store.warehouse import connect
from tests.depth import DEEP

DRIVER = Path(__file__).parent / "driver.py"
OPEN = 'SELECT unit, CAST(month_end AS VARCHAR), load_id, "open" FROM caseload ORDER BY ALL'
FIGURE = (
    "SELECT unit, CAST(month_end AS VARCHAR), CAST(sum(numerator) AS INTEGER) FROM figure "
    "WHERE metric = 'pressure/open' GROUP BY ALL ORDER BY ALL"
)


@dataclass(frozen=True)
class Found:
    """A store as the next start finds it. `control` is a digest of everything in the control plane."""

    control: str
    publication: int
    states: dict[str, str]
    words: dict[str, str]
    rows: list[tuple]
    figures: list[tuple]


class Driver:
    """A process that forks others, which do what it is told."""

    def __init__(self, few: bool):
        self.process = subprocess.Popen(
            [sys.executable, str(DRIVER), *(["few"] if few else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout.readline() == "ready\n"

    def ask(self, order: dict) -> dict:
        """What became of one attempt."""
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self) -> None:
        """Let it go."""
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class Victim:
    """A store, and a driver of processes that write to it."""

    def __init__(self, folder: Path, driver: Driver):
        self.path, self.keys, self.driver = folder / "a store", folder / "keys", driver

    def run(self, do: str, asked: dict, *, fault: str = "", strike: tuple | None = None) -> dict:
        """Do one thing in a process of its own; it may die at a named point, or some time after a step."""
        where = {"store": str(self.path), "keys": str(self.keys)}
        return self.driver.ask(where | {"do": do, "asked": asked, "fault": fault, "strike": strike})

    def open(self) -> Store:
        """Open as a process that starts afresh would."""
        place._opened.clear()
        return open_store(self.path)

    def look(self) -> Found:
        """Start afresh and see what there is. Nothing torn, doubled or left over; the audit unbroken."""
        store = self.open()
        with reading(store) as con:
            assert con.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert audit.first_broken_line(con) is None
            control = hashlib.sha256("\n".join(con.iterdump()).encode()).hexdigest()
            active = con.execute(
                "SELECT unit, month_end, load_id FROM coverage WHERE active = 1 ORDER BY 1, 2, 3"
            ).fetchall()
        rows, figures = self.ask(store, OPEN, FIGURE)
        assert [row[:3] for row in rows] == [tuple(row) for row in active]
        assert len({row[:2] for row in rows}) == len(rows)
        self._files_are_those_of_the_control_plane(store)
        now = publications.current(store)
        states = {record.load_id: record.state for record in history.loads(store)}
        words = {each.text: each.code for each in matches.remembered(store)}
        return Found(control, now.id if now else 0, states, words, rows, figures)

    def _files_are_those_of_the_control_plane(self, store: Store) -> None:
        with reading(store) as con:
            wanted = dict(
                con.execute(
                    "SELECT file, file_sha256 FROM load_sheet UNION ALL "
                    "SELECT file, file_sha256 FROM held_sheet"
                ).fetchall()
            )
        assert {file.name: sha256_of(file) for file in store.accepted.iterdir()} == wanted
        kept = {made.file: made.sha256 for made in publications.all_publications(store)[: publications.KEEP]}
        assert {file.name: sha256_of(file) for file in store.published.iterdir()} == kept
        for folder in (store.candidates, store.incoming, store.jobs):
            assert [file for file in folder.iterdir() if file.suffix != ".lock"] == []

    def ask(self, store: Store, *asked: str) -> list[list[tuple]]:
        """The rows of each query of the current published file; none before there is one."""
        reader = connect(store)
        if reader is None:
            return [[] for _ in asked]
        try:
            return [reader.cursor().execute(sql).fetchall() for sql in asked]
        finally:
            reader.close()

    def tables(self) -> dict[str, list]:
        """Everything in the current published file but what names the publication itself."""
        store = self.open()
        (found,) = self.ask(store, "SELECT table_name FROM duckdb_tables() WHERE database_name = 'w'")
        names = [name for (name,) in found if name != "meta"]
        rows = self.ask(store, *(f'SELECT * FROM "{name}" ORDER BY ALL' for name in names))
        return dict(zip(names, rows, strict=True))


@pytest.fixture(scope="session")
def driver() -> Iterator[Driver]:
    """Started once. Its figures are few in an ordinary run, since each attempt works them out anew."""
    made = Driver(few=not DEEP)
    yield made
    made.end()


@pytest.fixture
def victim(tmp_path, monkeypatch, driver) -> Victim:
    """A store kept for the samples."""
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))
    keep_for_samples(open_store(tmp_path / "a store"))
    return Victim(tmp_path, driver)
