"""A store with rows about people of long ago and of last month, made once and copied for each test."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import duckdb
import pytest

import settings
from contracts import DATASETS
from contracts.to_rows import example_row
from etl.loading.decisions import Accepts, Decisions, Holds
from etl.loading.load import load
from etl.publishing.kept_figures import later
from etl.retention.purge import purge
from store import labels, open_store, place
from store.publications import cite
from store.warehouse import connect
from tests.etl.intake.workbooks import workbook

TODAY = date.today()
NEW = later(TODAY, -1)
OLD, BEFORE = later(NEW, -40), later(NEW, -41)
FORCE = "NORTHSHIRE"
GONE, STAYS, HELD = "44170", "50020", "60030"
KEEP = """
[[values]]
name = "keep_people_months"
value = {months}
set_by = "Data protection officer (invented)"
why = "Three years, as the schedule says"
"""


def sheet(name: str, *rows: dict) -> list[list]:
    """Headings and rows of a dataset: changes to its example row."""
    titles = [column.title for column in DATASETS[name].columns]
    return [titles, *(list(example_row(DATASETS[name], **row).values()) for row in rows)]


def people(month: date, *refs: str, **changed) -> list[dict]:
    """Rows of People, one for each reference."""
    mine = {"crime_system_ref": None, "training_ref": None, "in_unit_since": date(2022, 1, 4)}
    return [{"month_end": month, "person_ref": ref, **mine, **changed} for ref in refs]


def returns() -> list[tuple[str, bytes]]:
    """What was sent: People, Movements and Caseload of long ago and last month, two training records."""
    faulty = people(OLD, HELD, fte="lots")
    gone = {"month_end": OLD, "person_ref": GONE, "date": OLD.replace(day=12)}
    books = {
        "old attrition.xlsx": {
            "People": sheet("people", *people(OLD, GONE, STAYS), *faulty),
            "Movements": sheet("movements", gone),
        },
        "older training.xlsx": {"Training": training(BEFORE, GONE)},
        "old training.xlsx": {"Training": training(OLD, STAYS)},
        "old caseload.xlsx": {"Caseload": sheet("caseload", {"month_end": OLD})},
        "new attrition.xlsx": {"People": sheet("people", *people(NEW, STAYS))},
        "new caseload.xlsx": {"Caseload": sheet("caseload", {"month_end": NEW})},
    }
    return [(name, workbook(**sheets)) for name, sheets in books.items()]


def training(month: date, ref: str) -> list[list]:
    """The training record of one person as it stood at a month end."""
    unit = "Domestic abuse investigation"
    head = ["Person ref", "Course", "Completed on", "Unit"]
    return [["As at", month], [], head, [ref, "DA Matters", date(2022, 5, 10), unit]]


class Kept:
    """A store with settings of its own, and what can be found in it."""

    def __init__(self, path: Path) -> None:
        place._opened.clear()
        self.store = open_store(path)

    def keep_for(self, months: int | None) -> None:
        """Set how long rows about people stay; None takes the setting away."""
        shutil.copytree(settings.SAMPLE, self.store.settings, dirs_exist_ok=True)
        force = self.store.settings / "force.toml"
        said = force.read_text("utf-8")
        if months is not None:
            force.write_text(said.replace("# Local words", KEEP.format(months=months) + "\n# Local words"))

    def ask(self, sql: str) -> list[tuple]:
        """Rows from the current published file."""
        reader = connect(self.store)
        try:
            return reader.cursor().execute(sql).fetchall()
        finally:
            reader.close()

    def figures(self) -> list[tuple]:
        """Every figure of the current publication."""
        return self.ask("SELECT * FROM w.figure ORDER BY ALL")

    def holding(self, text: str) -> list[str]:
        """The files of the store that hold a text: in their bytes, or in a value of a table in them."""
        found = [file for file in sorted(self.store.path.rglob("*")) if file.is_file()]
        return [file.name for file in found if text.encode() in file.read_bytes() or text in values(file)]


def values(file: Path) -> str:
    """Every value of the tables in a file, as one text; packed columns cannot be searched by bytes."""
    if file.suffix == ".sqlite":
        with sqlite3.connect(file) as con:
            return "\n".join(con.iterdump())
    with duckdb.connect(":memory:") as con:
        if file.suffix == ".parquet":
            return str(con.execute("FROM read_parquet($file)", {"file": str(file)}).fetchall())
        if file.suffix != ".duckdb":
            return ""
        con.execute(f"ATTACH '{file}' AS w (READ_ONLY)")
        names = con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'w'").fetchall()
        return str([con.execute(f'FROM w."{name}"').fetchall() for (name,) in names])


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """The folder that is copied: the store and its key."""
    folder = tmp_path_factory.mktemp("retention")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_KEY_DIR", str(folder / "keys"))
        kept = Kept(folder / "store")
        kept.keep_for(36)
        decisions = Decisions(accepts=(Accepts("Checked"),), holds=(Holds("HR corrects the FTE"),))
        done = load(kept.store, returns(), "S Patel", decisions)
        assert not done.refused, [(r.file_name, r.why, r.report and r.report.breaches) for r in done.refused]
    return folder


@pytest.fixture
def kept(made, tmp_path, monkeypatch) -> Kept:
    """A copy of it."""
    shutil.copytree(made, tmp_path / "copy")
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "copy" / "keys"))
    return Kept(tmp_path / "copy" / "store")


class Purged(Kept):
    """The store after a purge: what was kept under whose key before, and the figures of then."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.keys = known(self)
        self.before = self.figures()
        self.held_it = self.holding(self.keys[GONE])
        cite(self.store, 1, "Argument of March")
        self.done = purge(self.store, "S Patel", TODAY)


def known(kept: Kept) -> dict[str, str]:
    """The key of each reference as sent."""
    found = labels.label_of(kept.store, FORCE, [key for _, key in labels.keys(kept.store)])
    return {said: key for key, said in found.items()}


@pytest.fixture(scope="module")
def purged(made, tmp_path_factory):
    """A copy after a purge, which no test changes."""
    folder = tmp_path_factory.mktemp("purged") / "copy"
    shutil.copytree(made, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_KEY_DIR", str(folder / "keys"))
        yield Purged(folder / "store")
