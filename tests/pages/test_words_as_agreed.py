"""What was agreed of words is listed on Definitions, changed and removed there."""

import pytest

from store import matches, open_store
from tests.pages.test_states import text
from tests.pages.test_upload_flow import app, choose, press, wait  # noqa: F401
from tests.pages.test_words_are_asked_once import AUGUST, answer, caseload, cases


@pytest.fixture
def agreed(app):  # noqa: F811
    """A month in which Team Falcon was agreed to be CA1, and the page that lists it."""
    choose(app, ("august.xlsx", caseload(AUGUST, "Team Falcon")))
    answer(app, "“Team Falcon”", "CA1")
    press(app, "Accept and load")
    wait(app)
    press(app, "Send other files")
    app.query_params["show"] = "matches"
    return app.switch_page("pages/data/definitions.py").run()


@pytest.mark.deep
def test_what_was_agreed_is_listed_and_removed_after_its_figures_were_named(agreed):
    said = text(agreed)
    assert "1 word or heading is read as agreed" in said and "Team Falcon" in said
    assert "Child abuse investigation" in said
    press(agreed, "Remove it")
    said = text(agreed)
    assert "Remove what “Team Falcon” stands for?" in said
    assert "1 loaded row holds it: Caseload, August 2026" in said and "are missing for those months" in said
    press(agreed, "Keep it")
    assert len(matches.remembered(open_store(None))) == 1
    press(agreed, "Remove it")
    press(agreed, "Remove")
    said = wait(agreed)
    assert "is asked about again. Figures were published anew." in said
    assert matches.remembered(open_store(None)) == () and cases() == {}


@pytest.mark.deep
def test_what_was_agreed_is_changed_and_its_rows_with_it(agreed):
    box = next(box for box in agreed.selectbox if str(box.key).startswith("match_code"))
    box.set_value("DA1").run()
    press(agreed, "Change it")
    assert "It is then read as Domestic abuse investigation." in text(agreed)
    press(agreed, "Change")
    assert "is read as you said from now on" in wait(agreed)
    assert cases() == {"DA1": 100}
