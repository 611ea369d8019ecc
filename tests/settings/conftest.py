"""A copy of the sample settings that a test may spoil."""

import shutil
from pathlib import Path

import pytest

import settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The five sample files in a folder of their own."""
    return Path(shutil.copytree(settings.SAMPLE, tmp_path / "settings"))
