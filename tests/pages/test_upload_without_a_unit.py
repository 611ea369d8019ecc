"""A training record without a Unit column is asked about, and the answer decides what it replaces."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from store.place import open_store
from store.warehouse import connect
from tests.pages.test_states import h1, text
from tests.pages.test_upload_flow import FORCE, UNIT, app, choose, press, wait  # noqa: F401

COURSE = FORCE.courses[0].title
OTHER = next(u for u in FORCE.units if not u.benchmark and u.code != UNIT.code)


def tracker(*rows):
    book = openpyxl.Workbook()
    book.active.title = "Training"
    head = ["Person ref", "Course", "Completed on", *(["Unit"] if len(rows[0]) > 1 else [])]
    lines = [[row[0], COURSE, date(2025, 3, 12), *row[1:]] for row in rows]
    for line in (["As at", date(2026, 8, 31)], [], head, *lines):
        book.active.append(line)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def asked(app):  # noqa: F811
    """The unit boxes that the page shows."""
    return [box for box in app.selectbox if box.key == "upload_unit"]


def send(app, name, content):  # noqa: F811
    choose(app, (name, content))
    press(app, "Accept and load")
    wait(app)
    press(app, "Send other files")


@pytest.mark.deep
def test_the_unit_is_asked_for_and_its_record_alone_is_replaced(app):  # noqa: F811
    named = tracker(("1", UNIT.title), ("2", OTHER.title))
    choose(app, ("both.xlsx", named))
    assert not asked(app)
    send(app, "both.xlsx", named)
    assert h1(choose(app, ("mine.xlsx", tracker(("3",))))).endswith("1 warning to accept")
    (box,) = asked(app)
    box.select(UNIT.code).run()
    assert h1(text(app)).endswith("ready to load")
    press(app, "Accept and load")
    assert h1(wait(app)).startswith("Loaded")
    reader = connect(open_store(None))
    held = reader.cursor().execute("select load_id, unit from training order by load_id").fetchall()
    reader.close()
    assert held == [("L00001", OTHER.code), ("L00002", UNIT.code)]
