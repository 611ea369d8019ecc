"""Each dataset is described once and well: names, headings, words and examples."""

import re

import pytest

from contracts import DATASETS, PUBLISHED, dataset, words, workbook
from contracts.model import Column, Dataset
from contracts.spellings import ALIASES
from contracts.to_rows import example_row

EVERY = list(DATASETS.values())
COLUMNS = [(d, c) for d in EVERY for c in d.columns]


def key(heading: str) -> str:
    return " ".join(re.sub(r"[^\w>+/%]+", " ", heading.casefold()).split())


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_no_heading_means_two_columns_of_one_sheet(each: Dataset) -> None:
    means: dict[str, str] = {}
    for column in each.columns:
        for heading in {key(h) for h in (*column.headings, column.name.replace("_", " "))}:
            assert means.setdefault(heading, column.name) == column.name, heading


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_a_dataset_has_columns_for_its_key_and_no_column_twice(each: Dataset) -> None:
    names = each.column_names
    assert len(names) == len(set(names))
    assert set(each.key) <= set(names)
    if each.wide:
        assert {*each.wide.down, each.wide.across, each.wide.cells, *each.wide.from_title} <= set(names)


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_what_stands_over_months_is_never_a_count_and_never_the_month(each: Dataset) -> None:
    columns = [each.column(name) for name in each.stands]
    assert not {c.name for c in columns} & {"month_end", "in_post_fte", "start_agreed_fte"}
    assert not [c.name for c in columns if c.type == "whole_number"]
    if columns:  # else two rows of the month before could be one in the next
        told = {c.name for c in each.columns if c.once_per_file} | {"month_end", each.dated_by}
        assert set(each.key) - told <= set(each.stands)


@pytest.mark.parametrize(("each", "column"), COLUMNS, ids=[f"{d.name}.{c.name}" for d, c in COLUMNS])
def test_a_column_says_what_it_means_and_shows_a_value_it_allows(each: Dataset, column: Column) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)
    assert column.meaning.endswith(".")
    if column.allowed and column.example is not None:
        assert column.example in column.allowed
    if column.allowed:
        assert column.allowed == words.LISTS[column.allowed_from or ""]
    if column.needs_value:
        assert column.example is not None


def test_every_reference_to_a_person_is_marked_as_one() -> None:
    refs = {(d.name, c.name) for d, c in COLUMNS if c.name.endswith("_ref") and c.name != "decision_ref"}
    assert refs == {(d.name, c.name) for d, c in COLUMNS if c.sensitivity == "person"}


def test_no_two_words_of_a_list_share_a_spelling() -> None:
    for name, spellings in ALIASES.items():
        means: dict[str, str] = {}
        assert set(spellings) <= set(words.LISTS[name])
        for word in words.LISTS[name]:
            for spelling in {key(s) for s in (word, *spellings.get(word, ()))}:
                assert means.setdefault(spelling, word) == word, f"{name}: {spelling}"


def test_every_work_type_belongs_to_one_family() -> None:
    assert len(words.WORK_TYPES) == len(set(words.WORK_TYPES)) == len(words.FAMILY_OF)
    assert set(words.OVERDUE_MEANS) <= set(words.WORK_FAMILIES)


def test_a_workbook_is_its_sheets_in_load_order() -> None:
    assert [d.name for d in workbook("attrition")] == ["establishment", "people", "unavailable", "movements"]
    assert [d.name for d in workbook("caseload")] == ["caseload", "investigators"]


def test_caseload_and_establishment_are_all_that_a_first_load_needs() -> None:
    needed = {c.title for c in dataset("caseload").columns if c.required}
    assert needed == {"Month end", "Unit", "Work type", "Open", "Unallocated", "New", "Closed"}


def test_an_unknown_dataset_is_named_with_those_there_are() -> None:
    with pytest.raises(KeyError, match="no dataset is called rota; there are caseload"):
        dataset("rota")


def test_an_example_row_refuses_a_column_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="caseload has no column opened"):
        example_row(dataset("caseload"), opened=3)


def test_national_tables_and_no_others_begin_with_police():
    """Queries tell national tables by their names, since they cannot ask a contract."""
    assert {name for name in DATASETS if name.startswith("police_")} == PUBLISHED != frozenset()
