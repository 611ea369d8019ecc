"""No file of reference cases lies unread, and none stands without its origin."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = [path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py") if path != Path(__file__)]


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.json")))
def test_a_file_of_cases_is_read_by_a_test_and_its_origin_is_told(name: str) -> None:
    assert any(f'"{name}"' in text for text in TESTS)
    assert f"`{name}`" in (HERE / "README.md").read_text(encoding="utf-8")
