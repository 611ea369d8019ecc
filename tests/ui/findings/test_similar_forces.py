"""A force beside its set: the median and the range are of the set alone, each with its number."""

from datetime import date

import pandas as pd

from settings.similar import SimilarForces
from ui.findings.national import similar as words

SET = SimilarForces(
    name="Ours", forces=("E23000032", "E23000028", "E23000031"), source="Report", set_by="Head", why="Alike."
)
FIRST, LAST = date(2020, 3, 31), date(2025, 3, 31)


def figures(*rows):
    told = [(force, when, value) for force, was, now in rows for when, value in ((FIRST, was), (LAST, now))]
    return pd.DataFrame(told, columns=["force", "as_at", "value"])


def test_the_change_of_the_force_stands_beside_the_median_and_range_of_its_set():
    seen = figures(("Sussex", 100, 130), ("Kent", 100, 110), ("Essex", 200, 240), ("Durham", 100, 500))
    changed, first, last = words.changes(seen)
    row = words.row(words.CHANGE, words.period(first, last), changed, "Sussex", SET)
    assert row is not None
    assert [*(round(n, 6) for n in row[2:6]), row[6]] == [30.0, 15.0, 10.0, 20.0, "2 of 3"]
    said = words.finding(words.table([row, None]), "Sussex")
    assert said == "Sussex: change in strength 30.0%, median of the set 15.0%, above all of them."


def test_a_force_without_an_earlier_figure_has_no_change_and_a_set_without_one_no_row():
    changed, *_ = words.changes(figures(("Sussex", None, 130), ("Kent", 9, None), ("Durham", 100, 120)))
    assert list(changed.index) == ["Durham"]
    assert words.row(words.CHANGE, "", changed, "Sussex", SET) is None


def test_what_the_set_is_names_its_forces_and_its_source():
    assert words.about(SET) == "Ours: 3 forces, Essex, Kent and Surrey. Source: Report. Set by Head: Alike."
