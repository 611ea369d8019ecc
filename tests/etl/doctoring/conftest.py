"""A store that was loaded through its door, ways to damage it, and what the doctor says then."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.doctoring import figures_apart, of_figures
from etl.doctoring.examine import examine
from store import Store, keys, open_store, place, publications
from store.control import reading
from store.own_settings import keep_for_samples
from store.warehouse import connect
from tests.etl.load.test_command_line import caseload

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


@dataclass
class Patient:
    """A store of two months, the files that were sent for them, and its backup where one was made."""

    store: Store
    folder: Path

    def run(self, *asked: str) -> int:
        """A command on this store, as a process that starts afresh would do it; its exit code."""
        place._opened.clear()
        return main(["--store", str(self.store.path), *asked])

    def codes(self, quick: bool = True) -> set[str]:
        """What the doctor finds wrong."""
        return {each.code for each in examine(self.store, quick).wrong}

    def told(self) -> set[str]:
        """All that the doctor finds, harmless things as well."""
        return {each.code for each in examine(self.store, quick=True).findings}

    def figures(self) -> list[tuple]:
        """All figures that are published."""
        reader = connect(self.store)
        try:
            return reader.cursor().execute("SELECT * FROM figure ORDER BY ALL").fetchall()
        finally:
            reader.close()

    def change(self) -> None:
        """Something that a backup made before does not have, at less cost than a load."""
        publications.cite(self.store, 1, "a paper to the board")

    def changed(self) -> bool:
        """Whether what `change` does is there."""
        with reading(self.store) as con:
            return con.execute("SELECT 1 FROM citation").fetchone() is not None

    @property
    def published(self) -> Path:
        """The current published file."""
        return self.store.published / publications.current(self.store).file

    @property
    def accepted(self) -> Path:
        """The accepted rows of the second load."""
        return next(self.store.accepted.glob("L00002-caseload-*"))

    @property
    def backup(self) -> Path:
        return self.folder / "a backup"


def flip(file: Path, at: int | None = None) -> None:
    """Turn over one bit; in the middle of the file where nothing else is said."""
    file.chmod(0o600)
    data = bytearray(file.read_bytes())
    data[len(data) // 2 if at is None else at] ^= 0x10
    file.write_bytes(data)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory) -> Path:
    """A folder with a store of two months, its key and the files that were sent; tests work on copies."""
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_KEY_DIR", str(folder / "keys"))
        patch.setenv("PPU_STORE", str(folder / "a store"))
        keys.store_key(keep_for_samples(open_store()))
        for name, month in (("august", AUGUST), ("september", SEPTEMBER)):
            (folder / f"{name}.xlsx").write_bytes(caseload(100 + month.month, month=month))
        files = [str(folder / f"{name}.xlsx") for name in ("august", "september")]
        assert main(["load", *files, "--by", "me"]) == 0
    return folder


@pytest.fixture
def patient(made_once, tmp_path, monkeypatch) -> Patient:
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "a store"))
    # A process of its own takes seconds to start; one test waits for it.
    monkeypatch.setattr(of_figures, "ask", figures_apart.look)
    return Patient(Store(tmp_path / "a store"), tmp_path)
