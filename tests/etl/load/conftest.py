"""A store of its own for each test, and loads made from rows drawn in the test."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import pytest

from contracts import DATASETS
from contracts.to_rows import example_row
from etl.loading import claims
from etl.loading.accept import NewLoad, accept_rows
from etl.loading.undo import undo
from etl.publishing.codes import Codes
from etl.publishing.plan import Change, NewEntry
from etl.publishing.publish import publish
from settings import sample
from store import Store, history, open_store
from store.control import now
from store.lock import writing
from store.own_settings import keep_for_samples
from store.warehouse import connect

SEPTEMBER = date(2026, 9, 30)
UNITS = {
    "DA1": "Domestic abuse investigation",
    "CA1": "Child abuse investigation",
    "MASH1": "Safeguarding hub",
}


@dataclass
class Loads:
    """A store that can be loaded with rows by dataset, without a workbook."""

    store: Store
    settings = sample()

    def entry(self, before: int = 0, **rows_by_dataset: list[dict]) -> NewEntry:
        """Accept rows: changes to each dataset's example row. Units may be given by code.

        `before` loads of the same step stand before this one.
        """
        seq = max((r.seq for r in history.loads(self.store)), default=0) + 1 + before
        name = next(iter(rows_by_dataset))
        load = NewLoad(
            seq,
            f"L{seq:05d}",
            "NORTHSHIRE",
            DATASETS[name].workbook,
            "by hand.xlsx",
            f"hash {seq}",
            "me",
            now(),
        )
        sheets = [self._sheet(load, dataset, rows) for dataset, rows in rows_by_dataset.items()]
        frames = {sheet.record.dataset: [sheet.rows] for sheet in sheets}
        return NewEntry(load, tuple(sheets), claims.scopes(Codes(self.settings), frames))

    def _sheet(self, load, dataset, rows):
        changed = [{k: UNITS.get(v, v) if "unit" in k else v for k, v in row.items()} for row in rows]
        full = [dict(example_row(DATASETS[dataset], **row)) for row in changed]
        columns = list(example_row(DATASETS[dataset]))  # a sheet may be sent with headings alone
        frame = pd.DataFrame(full, columns=columns, dtype=object)
        return accept_rows(self.store, self.settings, load, dataset, frame)

    def load(self, **rows_by_dataset: list[dict]) -> str:
        """Accept and publish; returns the load's id."""
        with writing(self.store):
            entry = self.entry(**rows_by_dataset)
            publish(self.store, self.settings, Change((entry,)), "me", "test")
        return entry.load.load_id

    def undo(self, load_id: str) -> None:
        """Publish forward without a load."""
        undo(self.store, load_id, "me")

    def ask(self, sql: str) -> list[tuple]:
        """Rows from the current published file."""
        reader = connect(self.store)
        try:
            return reader.cursor().execute(sql).fetchall()
        finally:
            reader.close()


@pytest.fixture
def loads(tmp_path, monkeypatch) -> Loads:
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))
    return Loads(keep_for_samples(open_store(tmp_path / "a store")))
