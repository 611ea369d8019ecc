"""What a text was agreed to mean is read beside the settings, which come first; a slip is no name."""

from dataclasses import replace
from datetime import date

import pytest

import settings
from settings.model import Alias
from settings.remembered import LEFT_OUT, with_answers, with_remembered
from settings.resolve import resolve
from settings.spelling import only_misspelt

SAMPLE = settings.sample()
FORCE = "NORTHSHIRE"
DAY = date(2026, 9, 30)


def word(text: str, code: str, list_name: str = "units") -> Alias:
    return Alias(list_name=list_name, code=code, text=text)


def read(held: settings.Settings, text: str, list_name: str = "units", on: date = DAY) -> tuple:
    found = resolve(held, FORCE, list_name, text, on)
    return found.code, found.how


def test_a_word_that_was_agreed_is_read_however_it_is_spaced_and_in_capitals() -> None:
    held = with_remembered(SAMPLE, FORCE, [word("Team Falcon", "CA1")])
    assert read(held, "TEAM  falcon") == ("CA1", "remembered")
    assert read(SAMPLE, "Team Falcon") == (None, "none")


def test_what_the_force_has_set_comes_before_what_was_agreed() -> None:
    held = with_remembered(SAMPLE, FORCE, [word("Child abuse investigation", "DA1")])
    assert read(held, "Child abuse investigation") == ("CA1", "title")


def test_a_word_agreed_not_to_be_ours_has_no_code() -> None:
    held = with_remembered(SAMPLE, FORCE, [word("Response A", LEFT_OUT)])
    assert read(held, "Response A") == (None, "left out")


def test_a_code_that_is_no_longer_set_is_not_read() -> None:
    held = with_remembered(SAMPLE, FORCE, [word("Team Falcon", "GONE")])
    assert read(held, "Team Falcon")[0] is None


def test_an_answer_replaces_an_older_one_for_the_same_text() -> None:
    held = with_remembered(
        SAMPLE, FORCE, [word("Team Falcon", "CA1"), word("Shift boss", "manager", "roles")]
    )
    held = with_answers(held, FORCE, [word("team falcon", "DA1")])
    assert read(held, "Team Falcon") == ("DA1", "remembered")
    assert read(held, "shift boss", "roles") == ("manager", "remembered")


def test_what_was_agreed_is_part_of_what_figures_were_made_with() -> None:
    held = with_remembered(SAMPLE, FORCE, [word("Team Falcon", "CA1")])
    assert settings.digest(held) != settings.digest(SAMPLE)
    assert settings.digest(with_remembered(held, FORCE, [])) == settings.digest(SAMPLE)


@pytest.mark.parametrize(
    ("said", "name", "is_slip"),
    [
        ("domestc abuse team", "domestic abuse team", True),
        ("domestic abuse teams", "domestic abuse team", True),
        ("co-ordinator", "coordinator", True),
        ("devon & cornwall", "devon and cornwall", True),
        ("domestic abuse north", "domestic abuse south", False),
        ("child abuse team b", "child abuse team a", False),
        ("unaccredited", "accredited", False),
        ("western area hub", "eastern area hub", False),
        ("da investigation", "ca investigation", False),
        ("abuse team", "child abuse team", False),
    ],
)
def test_a_slip_of_the_hand_is_told_from_another_name(said: str, name: str, is_slip: bool) -> None:
    assert only_misspelt(said, name) is is_slip


def test_a_spelling_as_near_to_two_names_is_tied_and_means_neither() -> None:
    (force,) = SAMPLE.forces
    unit = next(u for u in force.units if u.code == "CA1")
    both = (replace(unit, title="Harbour team one", names=(), code="H1"),
            replace(unit, title="Harbour team ones", names=(), code="H2"))  # fmt: skip
    held = replace(SAMPLE, forces=(replace(force, units=(*force.units, *both)),))
    found = resolve(held, FORCE, "units", "Harbour teem one", DAY)
    assert (found.code, found.tied, set(found.near)) == (None, True, {"H1", "H2"})
