"""What each layer may import, and which libraries have one door (docs: the layout in the README)."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BELOW_UI = {"contracts", "analysis", "settings", "access", "store", "metrics", "charts", "exports"}
MAY_IMPORT: dict[str, set[str]] = {
    "contracts": set(),
    "analysis": set(),
    "settings": {"contracts"},
    "access": {"settings", "contracts"},
    "store": {"settings", "contracts"},
    "metrics": {"contracts", "settings", "analysis"},
    "etl": {"contracts", "settings", "store", "metrics"},
    "charts": {"metrics", "analysis"},
    "exports": {"charts", "metrics", "analysis", "access"},
    "ui": BELOW_UI,
    "pages": BELOW_UI | {"etl", "ui"},
    "dashboard": BELOW_UI | {"etl", "ui", "pages"},
    "commands": set(),
}
# Library -> where it may be imported: a layer, or one file.
DOORS: dict[str, set[str]] = {
    "streamlit": {"ui", "pages", "dashboard"},
    "plotly": {"charts"},
    "python_calamine": {"etl"},
    "openpyxl": {"etl", "exports", "contracts/to_excel.py"},
    "xlsxwriter": {"exports", "etl"},
    "msoffcrypto": {"etl"},
    "typst": {"exports"},
    "pptx": {"exports"},
    "docx": {"exports"},
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools"}


@cache
def files() -> tuple[Path, ...]:
    """Every Python file of the product."""
    inside = (path for layer in MAY_IMPORT for path in (ROOT / layer).rglob("*.py"))
    return tuple(sorted([*inside, *(p for p in [ROOT / "dashboard.py"] if p.exists())]))


def layer_of(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


@cache
def imported(path: Path) -> frozenset[str]:
    """The first name of every module that the file imports, wherever in the file it does so."""
    return frozenset(_imported(ast.parse(path.read_text(encoding="utf-8"))))


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_from_layers_below_it(layer: str) -> None:
    may = MAY_IMPORT[layer] | {layer}
    wrong = {
        relative(path): sorted(imported(path) & set(MAY_IMPORT) - may)
        for path in files()
        if layer_of(path) == layer and imported(path) & set(MAY_IMPORT) - may
    }
    assert wrong == {}


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    wrong = [
        relative(path)
        for path in files()
        if library in imported(path) and not {layer_of(path), relative(path)} & DOORS[library]
    ]
    assert wrong == []


def test_the_metrics_are_handed_a_connection_and_open_none() -> None:
    opens = [
        relative(p) for p in files() if layer_of(p) == "metrics" and "duckdb.connect" in p.read_text("utf-8")
    ]
    assert opens == []


def test_no_file_or_folder_is_named_for_nothing_in_particular() -> None:
    names = {
        relative(path): {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
        for path in files()
    }
    assert {path for path, parts in names.items() if parts & FORBIDDEN_NAMES} == set()


def test_page_files_lie_in_sub_folders_only() -> None:
    """Streamlit serves a file directly under pages/ on a cold start, before anyone is asked who they are."""
    assert [path.name for path in (ROOT / "pages").glob("*.py") if path.name != "__init__.py"] == []
