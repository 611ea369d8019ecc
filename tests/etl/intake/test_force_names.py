"""Every way in which public tables write a force is that force; what may be two is neither."""

import csv

import pytest

from contracts.forces import FORCES, by_key
from etl.shapes.force_names import ForceNamed, as_published, force_named
from tests.etl.intake.test_police_strength import REAL
from ui.findings.benchmarks import same_force

SPELLINGS = REAL / "force_name_spellings.csv"


@pytest.mark.skipif(
    not SPELLINGS.exists(), reason="force_name_spellings.csv is not at hand; set PPU_REAL_FILES"
)
def test_every_spelling_that_was_published_is_the_right_force():
    rows = list(csv.DictReader(SPELLINGS.read_text("utf-8").splitlines()))
    assert len(rows) > 70
    wrong = [
        (row["variant_as_published"], row["geo_code"])
        for row in rows
        if (found := force_named(row["variant_as_published"])).how != "name"
        or found.force.code != row["geo_code"]
    ]
    assert wrong == []


def test_there_are_43_forces_each_with_a_code_and_names_of_its_own():
    assert len(FORCES) == len({force.code for force in FORCES}) == 43
    assert len(by_key()) == sum(1 + len(force.also) for force in FORCES)
    assert {force.code[0] for force in FORCES} == {"E", "W"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("West Midlands2", "West Midlands"),
        ("Avon & Somerset Constabulary", "Avon and Somerset"),
        ("City of London Police", "London, City of"),
        ("Metropolitan Police Service", "Metropolitan Police"),
        ("dyfed-powys", "Dyfed-Powys"),
        ("Hampshire & Isle of Wight Constabulary 3", "Hampshire"),
        ("E23000013", "Cleveland"),
        ("Derbyshire1, 2", "Derbyshire"),
    ],
)
def test_case_notes_and_titles_do_not_count(text, name):
    assert as_published(text) == name


@pytest.mark.parametrize(
    ("text", "name"), [("Glocestershire", "Gloucestershire"), ("Northumbira", "Northumbria")]
)
def test_a_slip_is_told_as_one_and_not_taken_for_the_name(text, name):
    found = force_named(text)
    assert (found.force.name, found.how) == (name, "close")
    assert as_published(text) == text


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Yorkshire", {"North Yorkshire", "West Yorkshire", "South Yorkshire"}),
        ("Wales", {"North Wales", "South Wales"}),
        ("British Transport Police", set()),
        ("Total", set()),
        ("", set()),
    ],
)
def test_what_may_be_several_forces_or_none_is_no_force(text, near):
    found = force_named(text)
    assert found.force is None and {force.name for force in found.near} == near


@pytest.mark.parametrize("force", FORCES, ids=lambda force: force.name)
def test_no_force_is_read_as_another(force):
    for text in (force.name, force.name.upper(), f"{force.name.removesuffix(' Police')} Police", *force.also):
        assert force_named(text) == ForceNamed(force, "name")


def test_a_forces_own_figures_are_found_in_a_table_that_writes_its_name_otherwise():
    assert same_force("Hampshire and Isle of Wight Constabulary", ["Kent", "Hampshire"]) == "Hampshire"
    assert same_force("City of London Police", ["London, City of"]) == "London, City of"
