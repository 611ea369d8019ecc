"""A load that would keep rows which nothing speaks for is refused: such rows would never be counted."""

from datetime import date

from etl.loading import claims
from etl.loading.load import load
from store import history
from tests.etl.intake.test_people_and_posts import POST, POSTS
from tests.etl.intake.workbooks import SEPTEMBER, workbook

MOVEMENTS = [
    ["Date", "Person ref", "Event", "From unit", "To unit"],
    [date(2026, 9, 14), "1234", "leave force", "Domestic abuse investigation", None],
]
FILE = ("september.xlsx", workbook(Establishment=[POSTS, POST], Movements=MOVEMENTS))


def test_rows_that_nothing_claims_are_named_and_the_file_is_refused(loads, monkeypatch):
    scopes = claims.scopes

    def without_movements(*asked):
        return frozenset(s for s in scopes(*asked) if s.dataset != "movements")

    monkeypatch.setattr(claims, "scopes", without_movements)
    result = load(loads.store, [FILE], "me")
    assert (result.loads, result.publication_id) == ((), None)
    assert "Movements for 2026-09-30" in " ".join(result.refused[0].why)
    assert history.loads(loads.store) == []


def test_the_same_file_as_it_is_has_every_row_counted(loads):
    assert load(loads.store, [FILE], "me").refused == ()
    assert loads.ask("SELECT month_end, event FROM movements") == [(SEPTEMBER, "leave force")]
