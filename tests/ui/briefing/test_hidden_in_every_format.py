"""What is hidden from the readers of a document leaves no trace in its files: without it they are the same.

Two stores differ in nothing but the people of two units that are hidden, of which their sum is the same. Were
any of it in a file, however it is packed or rounded, the two files would differ.
"""

import re
from datetime import date, datetime

import duckdb
import pytest
import streamlit as st

import access
from exports.formats import FORMATS
from tests.exports.read_back import everything
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.briefing.choices import Asked
from ui.briefing.compose import compose
from ui.figures import status
from ui.page import open_page

SEPTEMBER, MADE_AT = date(2026, 9, 30), datetime(2026, 10, 6, 9, 30)
# Of Missing and exploitation; Adults at risk is hidden beside it, and has the rest of both.
SECRETS, BOTH = (3.7193, 2.2841), 15.0


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """A store for each secret."""
    found = {}
    for secret in SECRETS:
        found[secret] = publish(tmp_path_factory.mktemp("hidden") / "store", Made(months=13))
        with duckdb.connect(str(found[secret] / "published" / "made.duckdb")) as con:
            for unit, people in (("EXP1", secret), ("VA1", BOTH - secret)):
                con.execute(
                    "update figure set numerator = ? where unit = ? and metric = 'staffing/deployable_fte'",
                    [people, unit],
                )
    return found


@pytest.fixture(scope="module")
def document(stores):
    """The document of a store in a mode, made once."""
    made = {}

    def of(secret, publication):
        if (secret, publication) not in made:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("PPU_STORE", str(stores[secret]))
                patch.setattr(status, "today", lambda: date(2026, 10, 20))
                st.cache_data.clear()
                st.cache_resource.clear()
                st.session_state["view"] = (FORCE, str(SEPTEMBER), "all")
                page = open_page._gather("case/briefing", access.local_user())
                asked = Asked(
                    "chief", "pack", None, publication, ("staffing_gap", "methods"), made_by="A Maker"
                )
                made[secret, publication] = compose(page, asked, MADE_AT).document
        return made[secret, publication]

    return of


@pytest.mark.parametrize("extension", FORMATS)
def test_a_file_for_readers_outside_is_the_same_whatever_is_hidden(document, extension):
    one, other = (FORMATS[extension].write(document(secret, True)) for secret in SECRETS)
    assert one == other
    told = everything(extension, one)
    assert "fewer than 5" in re.sub(r"\s+", " ", told)
    assert not re.search(r"3\.719|2\.284|11\.280|12\.715", told)


ONE_IS_ENOUGH = [pytest.param(each, marks=() if each == "xlsx" else pytest.mark.deep) for each in FORMATS]


@pytest.mark.parametrize("extension", ONE_IS_ENOUGH)
def test_a_file_for_readers_inside_the_force_tells_them_apart(document, extension):
    one, other = (FORMATS[extension].write(document(secret, False)) for secret in SECRETS)
    assert one != other
