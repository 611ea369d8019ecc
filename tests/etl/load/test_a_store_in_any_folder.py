"""The folder that a store lies in says nothing about its rows."""

import pytest

from store import open_store

ROWS = [{"unit": "DA1", "open": 100}, {"unit": "CA1", "open": 50}]


@pytest.mark.parametrize("folder", ["force=ZZ", "month_end=2020-01-31", "unit=X/load_id=L1", "it's a store"])
def test_every_accepted_row_that_stands_is_published(loads, tmp_path, folder):
    loads.store = open_store(tmp_path / folder / "store")
    load_id = loads.load(caseload=ROWS)
    assert loads.ask('SELECT "force", unit, load_id, "open" FROM caseload ORDER BY unit DESC') == [
        ("NORTHSHIRE", "DA1", load_id, 100),
        ("NORTHSHIRE", "CA1", load_id, 50),
    ]
