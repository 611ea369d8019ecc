"""Every hostile or odd file is read right or refused by its own sentence; the caller comes to no harm."""

import os
import sys
from collections import Counter
from importlib import import_module

import pytest

from etl.opening import child, read
from etl.reports.messages import MESSAGES
from tests.hostile.answers import FILES
from tests.hostile.told import told_of

KINDS = (
    "archives", "markup", "grids", "cells", "books", "texts", "open_documents", "people", "not_workbooks",
    "file_names",
)  # fmt: skip
for kind in KINDS:
    import_module(f"tests.hostile.{kind}")
CHEAP = [each for each in FILES if not each.costly]
MOST_OF_A_KIND = 1


def _some_of_each(files):
    """The first of each kind that get the same answer: the ordinary run has room for no more."""
    taken = Counter()
    for each in files:
        taken[each.kind, tuple(each.codes), bool(each.never)] += 1
        if (
            each.kind == "file_names"
            or taken[each.kind, tuple(each.codes), bool(each.never)] <= MOST_OF_A_KIND
        ):
            yield each


GIVEN = CHEAP if os.environ.get("PPU_DEEP") else list(_some_of_each(CHEAP))
MOST_GROWN = 100 * 1024 * 1024
LONGEST = 10
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limits but the clock")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return told_of(GIVEN, tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("file", GIVEN, ids=lambda each: each.name)
def test_the_answer_is_right(told, file):
    answer = told.answers[file.name]
    assert answer["died"] == ""
    assert set(answer["codes"]) == set(file.codes), answer["told"][:2_000]
    assert [tuple(row) for row in answer["rows"]] == list(file.rows)
    assert file.says in answer["told"]
    assert "Traceback" not in answer["told"]


@pytest.mark.parametrize("file", [each for each in GIVEN if each.never], ids=lambda each: each.name)
def test_what_must_not_be_said_is_said_nowhere(told, file):
    assert file.never not in told.answers[file.name]["told"]


@pytest.mark.parametrize(
    "file", [each for each in GIVEN if each.kind == "file_names"], ids=lambda each: each.name
)
def test_a_name_is_fit_to_be_shown(told, file):
    name = told.answers[file.name]["name"]
    assert name and name.isprintable() and len(name) <= 120 and not {"/", "\\"} & set(name)


def test_the_caller_ends_well_and_says_nothing_else(told):
    assert (told.code, told.stderr, told.logged) == (0, "", "")


def test_the_caller_does_not_grow(told):
    assert told.grown < MOST_GROWN


def test_nothing_is_written_anywhere(told):
    assert told.left == ()


@pytest.mark.deep
def test_a_file_that_is_large_as_well_is_not_felt_where_pages_are_shown(tmp_path):
    large = [each for each in FILES if each.name == "fifty_thousand_rows_each_with_another_unit"]
    told = told_of(large, tmp_path, "as pages")
    assert set(told.answers[large[0].name]["codes"]) == set(large[0].codes)
    assert told.grown < MOST_GROWN


@pytest.mark.deep
def test_the_costly_ones_are_answered_too(tmp_path):
    costly = [each for each in FILES if each.costly]
    told = told_of(costly, tmp_path, "as pages")
    assert {each.name: set(told.answers[each.name]["codes"]) for each in costly} == {
        each.name: set(each.codes) for each in costly
    }
    assert told.grown < MOST_GROWN


def test_a_reader_is_stopped_within_the_time_that_a_person_is_promised():
    assert child.CPU_SECONDS < LONGEST < read.WALL_SECONDS


def test_there_are_more_than_a_hundred_of_them_each_with_its_own_name():
    assert len({each.name for each in FILES}) == len(FILES) > 100
    assert {code for each in FILES for code in each.codes} <= {*MESSAGES, "caseload.repeated"}
