"""Small files and small functions: one idea, one file."""

import ast
from collections import Counter
from pathlib import Path
from statistics import median

from tests.architecture.test_layers import files, layer_of, relative

LONGEST_FUNCTION = 40
LONGEST_MODULE = 250
LONGEST_PAGE = 60
FULLEST_FOLDER = 60


def functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return [(f"{relative(path)}:{n.name}", (n.end_lineno or n.lineno) - n.lineno + 1) for n in found]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_function_is_long_and_the_median_is_short() -> None:
    sizes = [each for path in files() for each in functions(path)]
    assert [each for each in sizes if each[1] > LONGEST_FUNCTION] == []
    assert median(size for _, size in sizes) <= 12


def test_no_module_is_long() -> None:
    assert [(relative(p), lines(p)) for p in files() if lines(p) > LONGEST_MODULE] == []


def test_no_page_is_long() -> None:
    pages = [p for p in files() if layer_of(p) == "pages"]
    assert [(relative(p), lines(p)) for p in pages if lines(p) > LONGEST_PAGE] == []


def test_no_folder_holds_more_than_a_reader_can_look_through() -> None:
    folders = Counter(relative(p.parent) for p in files())
    assert {folder: held for folder, held in folders.items() if held > FULLEST_FOLDER} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        relative(p)
        for p in files()
        if p.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))
    ]
    assert silent == []
