"""The definitions in words, made from the measures themselves."""

import pytest

from metrics.catalogue import METRICS
from metrics.to_markdown import definition, needs, page, parts


def test_the_page_defines_every_measure_once() -> None:
    text = page()
    assert all(text.count(f"`{name}`.") == 1 for name in METRICS)
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_a_definition_says_how_each_part_enters_a_window() -> None:
    said = dict(parts(METRICS["attrition/left_unit_12m"]))
    assert said["Counts"].endswith("added up over 12 months")
    assert said["Divided by"].endswith("the mean of 13 month ends")
    assert said["With nothing to divide by"] == '"nobody in post"'


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("pressure/open", "Caseload, for the month"),
        ("staffing/in_post_fte", "People, or Establishment, for the month"),
        ("attrition/leavers_month", "People, for the month and the month before it"),
        ("attrition/left_unit_12m", "People, for the month and each of the 12 months before it"),
        ("attrition/stability_12m", "People, for the month and the month 12 months before it"),
        ("trust/returns_in", ""),
    ],
)
def test_a_definition_names_the_sheets_it_cannot_do_without(metric: str, words: str) -> None:
    assert needs(METRICS[metric]) == words


def test_a_definition_leaves_out_what_the_measure_does_not_have() -> None:
    text = definition(METRICS["pressure/new"])
    assert "Out of" not in text and "Divided by" not in text and "Source" not in text
