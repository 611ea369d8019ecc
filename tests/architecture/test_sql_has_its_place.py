"""Queries are in .sql files; Python holds SQL only to make tables, insert and attach, in three layers."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.test_layers import ROOT, files, layer_of, relative

QUERY = re.compile(r"^\s*(--[^\n]*\n\s*)*(with\s+\w+\s+as\s*\(|select\s+.+?\s+from\s)", re.I | re.S)
CHANGES = re.compile(
    r"^\s*(create\s+(or\s+replace\s+)?(temp\w*\s+)?(table|view)|insert\s+into|attach\s|delete\s+from)", re.I
)
MAY_HOLD_SQL = {"contracts", "etl", "store"}
# A division in a metric is a ratio taken too early: ratios of sums are taken by the engine alone.
DIVIDES = re.compile(r"(?<![/*])/(?![/*])")


def strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return plain


@pytest.mark.parametrize("layer", sorted({layer_of(p) for p in files()} - MAY_HOLD_SQL))
def test_a_layer_above_the_store_holds_no_sql(layer: str) -> None:
    found = {
        relative(path): text[:60]
        for path in files()
        if layer_of(path) == layer
        for text in strings(path)
        if QUERY.search(text) or CHANGES.search(text)
    }
    assert found == {}


def test_no_metric_divides() -> None:
    themes = ("pressure", "staffing", "training", "attrition", "trust")
    paths = [path for theme in themes for path in (ROOT / "metrics" / theme).glob("*.sql")]
    divided = [relative(p) for p in paths if DIVIDES.search(_code(p))]
    assert divided == []


def _code(path: Path) -> str:
    """The SQL without comments and text."""
    lines = (line.split("--")[0] for line in path.read_text(encoding="utf-8").splitlines())
    return re.sub(r"'[^']*'", "''", "\n".join(lines))


def test_every_query_names_force_in_quotes() -> None:
    """`force` alone is a word of the language in one of the two database versions in use."""
    paths = [
        p for layer in ("contracts", "metrics", "etl", "store", "ui") for p in (ROOT / layer).rglob("*.sql")
    ]
    bare = re.compile(r"(?<![\w\"$])force(?![\w\"])", re.I)
    # The control plane is SQLite, where force is an ordinary name.
    duckdb = [p for p in paths if "migrations" not in p.parts and "control" not in p.parts]
    assert [relative(p) for p in duckdb if bare.search(_code(p))] == []
