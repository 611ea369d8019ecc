"""A folder to drop files in, a store for the invented force, and rounds over them without waiting."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from contracts import workbook
from contracts.to_rows import example_row
from etl.__main__ import main
from store import history, open_store, place, publications
from store.own_settings import keep_for_samples

HEADINGS = [column for column in workbook("caseload")[0].columns if column.required]


def caseload(unit="Domestic abuse investigation", month=date(2026, 9, 30), **changed) -> bytes:
    """A caseload workbook of one row, with the template's headings."""
    dataset = workbook("caseload")[0]
    book = openpyxl.Workbook()
    book.active.title = dataset.title
    row = example_row(dataset, unit=unit, month_end=month, **{"open": 100, "unallocated": 1} | changed)
    book.active.append([column.title for column in HEADINGS])
    book.active.append([row[column.name] for column in HEADINGS])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


class Dropped:
    """A watched folder beside a store of its own."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self.store = keep_for_samples(open_store())

    def drop(self, name: str, content: bytes = b"") -> Path:
        """Put a file in."""
        (self.path / name).write_bytes(content)
        return self.path / name

    def once(self, *more: str) -> int:
        """One round of the command; its exit code."""
        return main(["watch", str(self.path), "--once", "--still-for", "0.01", "--by", "Night", *more])

    def rounds(self) -> int:
        """Rounds until something ends them; the exit code."""
        return main(["watch", str(self.path), "--every", "30", "--still-for", "0.01"])

    def again(self) -> int:
        """One round as a process that starts afresh would do it."""
        place._opened.clear()
        return self.once()

    def waiting(self) -> list[str]:
        """What still lies in the folder itself."""
        return sorted(each.name for each in self.path.iterdir() if each.name not in OURS)

    def put(self, kind: str) -> list[str]:
        """What was put away as done or refused, without the day."""
        return sorted(each.name for each in (self.path / kind).glob("*/*"))

    def report(self, kind: str, name: str) -> str:
        """The report beside a file."""
        (found,) = (self.path / kind).glob(f"*/{name}.report.txt")
        return found.read_text("utf-8")

    def loads(self) -> list[str]:
        """The names of the files that count, oldest first."""
        return [r.file_name for r in reversed(history.loads(self.store)) if r.state == "published"]

    def publication(self) -> int:
        """How many publications there have been."""
        made = publications.current(self.store)
        return made.id if made else 0


OURS = ("done", "refused", ".watch.lock")


@pytest.fixture
def dropped(tmp_path) -> Dropped:
    folder = tmp_path / "dropped here"
    folder.mkdir()
    return Dropped(folder)
