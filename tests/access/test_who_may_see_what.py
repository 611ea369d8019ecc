"""Roles open pages; readers see units; nobody sees more than there is."""

import pytest

import access
import settings
from access.roles import OPENS
from ui.page.menu import PAGES

SETTINGS = settings.sample()
DA1, RASSO1 = ("NORTHSHIRE", "DA1"), ("NORTHSHIRE", "RASSO1")


def test_without_sign_in_one_local_user_sees_every_unit_and_page() -> None:
    reader = access.identify()
    assert reader.is_local and reader.internal and reader.name
    assert len(access.scope(reader, SETTINGS)) == 9
    assert all(access.may_open(reader, page.id) for page in PAGES)


def test_a_reader_sees_only_units_of_their_own_that_exist() -> None:
    reader = access.Reader("A", "manager", frozenset({DA1, ("NORTHSHIRE", "GONE"), ("ELSEWHERE", "DA1")}))
    assert access.scope(reader, SETTINGS) == {DA1}


def test_a_reader_without_units_sees_none() -> None:
    assert access.scope(access.Reader("A", "manager"), SETTINGS) == frozenset()


def test_an_unknown_role_opens_nothing() -> None:
    reader = access.Reader("A", "somebody", None)
    assert not any(access.may_open(reader, page.id) for page in PAGES)


@pytest.mark.parametrize("role", ["manager", "commissioner"])
def test_only_the_data_officer_and_the_local_user_upload(role: str) -> None:
    assert not access.may_open(access.Reader("A", role, None), "data/upload")
    assert access.may_open(access.Reader("A", role, None), "overview/overview")


def test_a_commissioner_opens_no_page_about_single_units() -> None:
    assert not access.may_open(access.Reader("A", "commissioner", None), "units/one_unit")


@pytest.mark.parametrize("role", OPENS)
def test_every_role_opens_at_least_one_page(role: str) -> None:
    assert any(access.may_open(access.Reader("A", role, None), page.id) for page in PAGES)


def test_an_account_without_a_name_is_still_someone(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert access.local_user().name == "local user"


@pytest.mark.parametrize(
    "role, may", [("local user", True), ("manager", True), ("commissioner", False), ("x", False)]
)
def test_who_answers_for_units_may_write_beside_their_figures(role: str, may: bool) -> None:
    reader = access.Reader("A", role, None)
    assert access.may_annotate(reader) is may and access.may_rebase(reader) is may
    assert access.may_save_scenario(reader) is may
