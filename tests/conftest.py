"""What every test stands on: a store of its own, and a warehouse in memory with every table."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import hypothesis
import pytest

# The same examples on every run: a failure seen once can be seen again.
hypothesis.settings.register_profile("always the same", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("always the same")


@pytest.fixture(autouse=True)
def store_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test can reach a real store or its keys, even when it forgets to say which store it means."""
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))


@pytest.fixture
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse in memory: every table a published file has, but figure and spread."""
    from etl.tables import create

    con = duckdb.connect(":memory:")
    create(con)
    yield con
    con.close()
