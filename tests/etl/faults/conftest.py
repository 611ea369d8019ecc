"""Killing a loading process, and looking at what it left as the next start would."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store import audit, history, open_store, place, publications
from store.control import reading
from store.warehouse import connect

DRIVER = Path(__file__).parent / "driver.py"


class Victim:
    """A store, and processes that write to it."""

    def __init__(self, folder, monkeypatch):
        self.path = folder / "a store"
        self.env = {**os.environ, "PPU_KEY_DIR": str(folder / "keys")}
        monkeypatch.setenv("PPU_KEY_DIR", self.env["PPU_KEY_DIR"])

    def start(self, *what, fault="") -> subprocess.Popen:
        """Begin a driver; a fault makes it die at that point."""
        return subprocess.Popen(
            [sys.executable, str(DRIVER), str(self.path), *map(str, what)],
            env={**self.env, "PPU_FAULT": fault},
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *what, fault="") -> tuple[int, list[str]]:
        """Run a driver to its end or its death; returns its exit code and what it said was done."""
        with self.start(*what, fault=fault) as process:
            said = process.stdout.read().splitlines()
        return process.returncode, [line for line in said if line != "ready"]

    def open(self):
        """Open as a process that starts afresh would."""
        place._opened.clear()
        return open_store(self.path)

    def rows(self) -> list[tuple]:
        """What the current publication says of every unit and month."""
        reader = connect(self.open())
        if reader is None:
            return []
        try:
            return (
                reader.cursor()
                .execute('SELECT unit, month_end, load_id, "open" FROM caseload ORDER BY ALL')
                .fetchall()
            )
        finally:
            reader.close()

    def check_whole(self) -> None:
        """No torn month, none doubled, nothing left over, the audit unbroken."""
        store = self.open()
        with reading(store) as con:
            assert con.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert audit.first_broken_line(con) is None
            active = con.execute(
                "SELECT unit, month_end, load_id FROM coverage WHERE active = 1 ORDER BY unit, month_end"
            ).fetchall()
        published = [(unit, month.isoformat(), load_id) for unit, month, load_id, _ in self.rows()]
        assert published == [tuple(row) for row in active]
        assert len({row[:2] for row in published}) == len(published)
        accepted = {sheet.file for record in history.loads(store) for sheet in record.sheets}
        assert {file.name for file in store.accepted.iterdir()} == accepted
        kept = {made.file for made in publications.all_publications(store)[: publications.KEEP]}
        assert {file.name for file in store.published.iterdir()} == kept


@pytest.fixture
def victim(tmp_path, monkeypatch) -> Victim:
    return Victim(tmp_path, monkeypatch)
