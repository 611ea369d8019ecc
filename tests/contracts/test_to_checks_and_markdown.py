"""The checks and the dictionary pages that contracts make."""

import pytest

from contracts import DATASETS, FINDINGS, dataset
from contracts.model import Dataset
from contracts.to_checks import checks, limit_rules
from contracts.to_markdown import index, page

EVERY = list(DATASETS.values())


def test_the_checks_of_one_column_say_everything_about_it() -> None:
    found = [c for c in checks(dataset("caseload")) if c.column == "open"]
    assert [c.kind for c in found] == ["heading", "type", "value", "at_least"]
    assert [c.says for c in found] == [
        "The sheet does not have Open.",
        "Open is not a whole number.",
        "Open is blank.",
        "Open is below 0.",
    ]


def test_a_cell_that_may_be_blank_is_not_checked_for_a_value() -> None:
    kinds = {c.kind for c in checks(dataset("training")) if c.column == "completed_on"}
    assert kinds == {"heading", "type"}


def test_a_list_of_the_force_is_named_and_a_fixed_list_is_spelt_out() -> None:
    found = {c.column: c for c in checks(dataset("people")) if c.kind == "list"}
    assert found["unit"].allowed_from == "units" and not found["unit"].allowed
    assert found["carries_work"].how_to_fix == "Use one of: full, reduced, none, not a carrying post."


def test_no_count_and_no_fte_may_be_negative() -> None:
    for each in EVERY:
        numbers = {c.name for c in each.columns if c.type in ("whole_number", "number")}
        assert numbers == {rule.column for rule in limit_rules(each) if rule.id.endswith("at_least")}


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_a_page_names_every_column_rule_and_finding(each: Dataset) -> None:
    text = page(each)
    assert text.startswith(f"# {each.title}\n")
    assert all(f"`{column.name}`" in text and column.meaning in text for column in each.columns)
    assert all(
        f"`{rule.id}`: {rule.says} {rule.how_to_fix}" in text for rule in (*each.rules, *each.set_rules)
    )
    assert all(f"`{finding.id}`" in text for finding in FINDINGS if each.name in finding.needs)


@pytest.mark.parametrize("each", EVERY, ids=lambda d: d.name)
def test_every_line_of_a_table_on_a_page_has_the_same_cells(each: Dataset) -> None:
    lines = [line for line in page(each).splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in lines} == {7}


def test_the_training_page_describes_the_matrix() -> None:
    text = page(dataset("training"))
    assert "## As a matrix\n\nPeople down, courses across" in text
    assert "- `exempt`: Status = exempt" in text


def test_the_index_links_to_every_sheet() -> None:
    text = index(EVERY)
    assert all(f"[{each.title}]({each.name}.md)" in text for each in EVERY)
