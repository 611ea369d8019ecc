"""The upload page shows what would change before it can be accepted, and what to check after it was."""

from datetime import date

from etl.loading.decisions import all_accepted
from etl.loading.load import load
from store import history
from store.place import open_store
from tests.pages.test_states import h1, text
from tests.pages.test_upload_flow import (  # noqa: F401
    app,
    caseload,
    choose,
    press,
    see_what_would_change,
    wait,
)

AUGUST, SEPTEMBER = (
    ("august.xlsx", caseload(date(2026, 8, 31), 100)),
    ("september.xlsx", caseload(date(2026, 9, 30), 140)),
)


def by_somebody_else(store, month, still_open):
    assert load(
        store, [(f"{month}.xlsx", caseload(month, still_open))], "S Patel", all_accepted("a test")
    ).loads


def can_accept(at):
    return [not button.disabled for button in at.button if button.label == "Accept and load"] == [True]


def test_what_would_change_is_shown_before_it_is_accepted_and_again_where_the_store_moved_on(app):  # noqa: F811
    store = open_store(None)
    by_somebody_else(store, date(2026, 8, 31), 100)
    said = choose(app, SEPTEMBER)
    assert "What would change" in said and not can_accept(app)

    said = see_what_would_change(app)
    assert "Beside publication 1" in said and can_accept(app)
    assert "Rows by sheet and unit" in said
    assert "New work: investigations (cases)" in said and "30 (August 2026)" in said

    by_somebody_else(store, date(2026, 7, 31), 90)
    press(app, "Accept and load")
    said = wait(app)
    assert len(history.loads(store)) == 2
    assert (
        h1(said) == "Caseload, September 2026: ready to load"
        and "after you looked at what would change" in said
    )
    assert "Beside publication 2" in see_what_would_change(app)

    press(app, "Accept and load")
    said = wait(app)
    assert h1(said).startswith("Loaded") and len(history.loads(store)) == 3
    assert "September 2026 against August 2026" in said and "What changed, and so what" in said
    assert "things to check" in said or "One thing to check" in said or "Nothing to check" in said
    press(app, "Send other files")
    assert "september.xlsx" not in text(app.run()).split("The last load")[0]
