"""Each test has a store and a key folder of its own."""

import pytest

from store import Store, open_store


@pytest.fixture
def store(tmp_path, monkeypatch) -> Store:
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "keys of ours"))
    return open_store(tmp_path / "a store")
