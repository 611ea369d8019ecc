"""The form for an impact assessment lists what is truly kept, and the how-to the limits that truly hold."""

from dataclasses import replace
from pathlib import Path

from contracts import DATASETS
from contracts.to_data_items import table
from etl.publishing.first_reported import FARTHEST
from etl.retention.limits import FEWEST

DOCS = Path(__file__).parents[2] / "docs"
FORM = (DOCS / "data-protection-impact-assessment.md").read_text("utf-8")


def test_the_items_in_the_form_are_those_of_the_contracts():
    made = table(DATASETS.values())
    assert made in FORM, f"put this table into section 2 of the form:\n\n{made}"


def test_an_item_that_changes_its_sensitivity_changes_the_table():
    people = DATASETS["people"]
    columns = tuple(replace(c, sensitivity="person") if c.name == "role" else c for c in people.columns)
    assert table([replace(people, columns=columns)]) != table([people])


def test_each_file_and_page_that_the_form_points_to_is_there():
    links = [part.split(")")[0] for part in FORM.split("](")[1:]]
    assert links and [link for link in links if not (DOCS / link).exists()] == []
    named = [part for part in FORM.split("`")[1::2] if part.endswith(".py")]
    assert named and [name for name in named if not (DOCS.parent / name).exists()] == []


def test_the_how_to_names_the_fewest_months_that_are_taken():
    page = (DOCS / "how-to" / "how-long-rows-stay.md").read_text("utf-8")
    assert f"{FEWEST} or more" in page and f"Fewer than {FEWEST} months" in page
    assert f"up to {FARTHEST} months" in page
