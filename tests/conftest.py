"""What every test stands on: a store of its own, and a warehouse in memory with every table."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import hypothesis
import pytest

import contracts  # noqa: F401  (before any test loads openpyxl: it says which reader of XML that takes)
from tests.depth import DEEP, PROFILE

hypothesis.settings.load_profile(PROFILE)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out of an ordinary run: not there at all, rather than skipped."""
    long = [item for item in items if not DEEP and item.get_closest_marker("deep")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture(autouse=True)
def store_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test can reach a real store or its keys, even when it forgets to say which store it means."""
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys"))


@pytest.fixture(autouse=True)
def no_page_fails_unseen(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """A page that fails says so in a sentence; only the log tells a test, which fails unless it is meant."""
    yield
    if request.node.get_closest_marker("page_fails"):
        return
    told = [r for when in ("setup", "call") for r in caplog.get_records(when) if r.name == "ppu.pages"]
    assert not told, told[0].exc_text or told[0].getMessage()


@pytest.fixture
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse in memory: every table a published file has, but figure and spread."""
    from etl.publishing.tables import create

    con = duckdb.connect(":memory:")
    create(con)
    yield con
    con.close()
