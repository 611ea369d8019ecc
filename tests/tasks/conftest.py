"""tasks.py as a module, and a virtual environment's folder that a test may fill."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tasks() -> ModuleType:
    """The project's tasks.py."""
    spec = importlib.util.spec_from_file_location("tasks_file", ROOT / "tasks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
