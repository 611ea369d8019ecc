"""Killing a process that writes, and looking at what it left as the next start would."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from etl.loading.load import load
from store import audit, history, matches, open_store, place, publications
from store.control import reading
from store.durable import sha256_of
from store.own_settings import keep_for_samples
from store.place import Store
from store.warehouse import connect
from tests.depth import DEEP
from tests.pages.opening import at_page
from tests.pages.test_states import DASHBOARD, text

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

    def ask(self, orders: list[dict]) -> list[dict]:
        """What became of attempts that are made at once."""
        self.process.stdin.write(json.dumps(orders) + "\n")
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
        return self.at_once((do, asked), fault=fault, strike=strike)[0]

    def at_once(self, *wanted: tuple[str, dict], fault: str = "", strike: tuple | None = None) -> list[dict]:
        """Do several things at once, each in a process of its own."""
        how = {"store": str(self.path), "keys": str(self.keys), "fault": fault, "strike": strike}
        return self.driver.ask([how | {"do": do, "asked": asked} for do, asked in wanted])

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


HEADINGS = "Month end,Unit,Work type,Open,Unallocated,New,Closed\n"


def sheet(cases: int, name: str = "september.csv") -> tuple[str, bytes]:
    """A month of one unit with so many open cases, as it is sent."""
    return name, f"{HEADINGS}30/09/2026,Domestic abuse investigation,domestic abuse,{cases},1,2,3\n".encode()


def holds(store: Store) -> tuple:
    """All that a store holds, to be compared: the control plane, every file, and the open cases."""
    with reading(store) as con:
        control = "\n".join(con.iterdump())
    names = [str(file) for folder in (store.accepted, store.published) for file in folder.iterdir()]
    return control, sorted(names), cases_in(store)


def cases_in(store: Store) -> list[int]:
    """The open cases that are published."""
    reader = connect(store)
    try:
        rows = reader.cursor().execute('SELECT "open" FROM caseload ORDER BY 1').fetchall()
    finally:
        reader.close()
    return [cases for (cases,) in rows]


@pytest.fixture(scope="session")
def one_month(tmp_path_factory) -> Path:
    """A folder with a store with one month in it, and its keys, made once."""
    folder = tmp_path_factory.mktemp("one month")
    with pytest.MonkeyPatch.context() as its_own:
        its_own.setenv("PPU_KEY_DIR", str(folder / "keys"))
        made = keep_for_samples(open_store(folder / "store"))
        assert load(made, [sheet(100, "first.csv")], "me").loads
    return folder


@pytest.fixture
def store(tmp_path, one_month) -> Store:
    """The store of the environment, with one month in it: 100 open cases."""
    shutil.copytree(one_month, tmp_path, dirs_exist_ok=True)
    place._opened.clear()
    return open_store()


@pytest.fixture
def page() -> Callable[[str], AppTest]:
    """A page as somebody sees it who has only just come."""
    st.cache_data.clear()
    st.cache_resource.clear()
    return lambda name: at_page(AppTest.from_file(str(DASHBOARD), default_timeout=60), name)


def said_on(app: AppTest) -> str:
    """Everything the page says, what stands in the summary of problems included."""
    summaries = "".join(str(element.proto) for element in app.main if element.type == "bidi_component")
    return text(app) + summaries.replace("\\", "")
