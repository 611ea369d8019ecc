"""A word as written becomes a code when it is known, or so close that it can mean nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import settings
from contracts.words import LISTS
from settings.plain import plain
from settings.resolve import choices, resolve

SETTINGS = settings.sample()
BEFORE, AFTER = date(2025, 10, 31), date(2025, 11, 30)


def found(list_name: str, text: str, on: date = AFTER) -> tuple[str | None, str]:
    match = resolve(SETTINGS, "NORTHSHIRE", list_name, text, on)
    return match.code, match.how


@pytest.mark.parametrize(
    ("list_name", "text", "code", "how"),
    [
        ("units", "DA1", "DA1", "title"),
        ("units", "domestic abuse investigation", "DA1", "title"),
        ("units", "  DAIT ", "DA1", "alias"),
        ("units", "Domestic Abuse Investgation Team", "DA1", "close"),
        ("units", "Sex  Offender Management Unit", "MOSOVO1", "alias"),
        ("units", "Traffic", None, "none"),
        ("courses", "Trauma informed policing", "TIP", "alias"),
        ("courses", "Trauma informed practise", "TIP", "close"),
        ("roles", "DC", "investigator", "alias"),
        ("roles", "Hub decision maker", "referral officer", "alias"),
        ("work_types", "Ｒａｐｅ", "rape", "title"),
        ("work_types", "high", "high", "title"),
        ("work_types", "DVDS right to", None, "none"),
    ],
)
def test_a_word_becomes_its_code(list_name: str, text: str, code: str | None, how: str) -> None:
    assert found(list_name, text) == (code, how)


def test_a_name_outside_its_dates_is_to_be_confirmed() -> None:
    old = "Public Protection Offender Team"
    assert found("units", old, BEFORE) == ("MOSOVO1", "alias")
    assert found("units", old, AFTER) == ("MOSOVO1", "dates")


def test_what_is_not_known_comes_with_the_nearest_names() -> None:
    match = resolve(SETTINGS, "NORTHSHIRE", "work_types", "child abuse offline", AFTER)
    assert match.code is None
    assert match.suggestions[0] in ("online child abuse", "child abuse")


def test_a_different_number_is_never_close() -> None:
    assert found("courses", "PIP3IDP") == (None, "none")
    assert found("courses", "PIP3 investigators' development programme") == (None, "none")


@pytest.mark.parametrize("list_name", ["units", "courses", *LISTS])
def test_every_offered_text_leads_back_to_its_code(list_name: str) -> None:
    for on in (BEFORE, AFTER):
        for code, text in choices(SETTINGS, "NORTHSHIRE", list_name, on).items():
            assert found(list_name, text, on)[0] == code


@given(st.text(max_size=40), st.sampled_from(["units", "courses", "roles", "work_types"]))
def test_any_text_is_answered(text: str, list_name: str) -> None:
    match = resolve(SETTINGS, "NORTHSHIRE", list_name, text, AFTER)
    assert match.how in ("title", "alias", "close", "dates", "none")
    assert (match.code is None) == (match.how == "none")


@given(st.text(max_size=30))
def test_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("text", ["Narnia Team", "Narnia Investigation Unit", "Police hub", "team"])
def test_a_word_in_most_names_suggests_nothing_by_itself(text: str) -> None:
    assert resolve(SETTINGS, "NORTHSHIRE", "units", text, date(2026, 9, 30)).suggestions == ()


def test_what_tells_units_apart_still_suggests_the_unit() -> None:
    found = resolve(SETTINGS, "NORTHSHIRE", "units", "Domestc abuse team", date(2026, 9, 30))
    assert "Domestic abuse investigation" in found.suggestions


@pytest.mark.parametrize(
    "text", ["theft", "Theft offences", "Other theft", "fraud", "burglary", "Serious crime"]
)
def test_letters_in_common_are_no_likeness_and_suggest_nothing(text: str) -> None:
    found = resolve(SETTINGS, "NORTHSHIRE", "work_types", text, AFTER)
    assert (found.code, found.suggestions, found.near, found.tied) == (None, (), (), False)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Serious sexual assault", "other sexual offence"),
        ("Sexualoffnce", "other sexual offence"),
        ("Child abuse (offline)", "child abuse"),
        ("Stalkng", "stalking or harassment"),
    ],
)
def test_a_shared_word_or_a_close_spelling_is_still_suggested(text: str, nearest: str) -> None:
    assert nearest in resolve(SETTINGS, "NORTHSHIRE", "work_types", text, AFTER).suggestions
