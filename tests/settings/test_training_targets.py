"""A force's own targets for its courses: which one holds, and what is refused."""

from datetime import date

import pytest

from settings import SettingsProblem, load, sample
from settings.training_targets import target_of

ON = date(2026, 9, 30)
HEAD = 'force = "X"\nname = "Exshire"\n'
COURSE = '[[courses]]\ncode = "TIP"\ntitle = "Trauma"\ndays = 1.5\n'
VALUES = "".join(
    f'[[values]]\nname = "{name}"\nvalue = {value}\nset_by = "A"\nwhy = "B"\n'
    for name, value in (
        ("reduced_share", 0.5), ("publication_threshold", 5), ("match_limit", 0.8), ("counting", '"crimes"'),
    )
)  # fmt: skip


def target(**entry):
    said = {"course": '"TIP"', "share": "0.9", "set_by": '"Head"', "why": '"Because"', **entry}
    return "[[training_targets]]\n" + "".join(f"{k} = {v}\n" for k, v in said.items() if v)


def loaded(tmp_path, *targets):
    (tmp_path / "force.toml").write_text(HEAD + COURSE + VALUES + "".join(targets), encoding="utf-8")
    return load(tmp_path).force("X")


def test_the_target_of_a_unit_type_goes_before_one_for_all():
    force = sample().force("NORTHSHIRE")
    assert target_of(force, "TIP", "MASH", ON).share == 0.95
    assert target_of(force, "TIP", "DA", ON).share == 0.9
    assert target_of(force, "ABE", "CA", ON) is None


def test_the_newest_target_that_holds_on_the_day_counts(tmp_path):
    force = loaded(tmp_path, target(valid_to="2025-12-31"), target(share="0.95", valid_from="2026-01-01"))
    assert target_of(force, "TIP", "DA", ON).share == 0.95
    assert target_of(force, "TIP", "DA", date(2025, 6, 30)).share == 0.9


def test_a_course_takes_the_days_that_are_said_and_none_where_nobody_has_said(tmp_path):
    assert loaded(tmp_path).course("TIP").days == 1.5
    assert sample().force("NORTHSHIRE").course("MSE").days is None


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"course": '"TIPP"'}, "Did you mean 'TIP'"),
        ({"share": "90"}, "at most 1"),
        ({"set_by": ""}, "Say who set this"),
        ({"why": ""}, "Say why"),
        ({"unit_type": '"ZZ"'}, "There is no unit type 'ZZ'"),
    ],
)
def test_a_target_that_cannot_be_used_is_refused_with_its_reason(tmp_path, entry, reason):
    with pytest.raises(SettingsProblem, match=reason):
        loaded(tmp_path, target(**entry))


def test_two_targets_for_the_same_day_and_a_course_of_no_days_are_refused(tmp_path):
    with pytest.raises(SettingsProblem, match="overlap"):
        loaded(tmp_path, target(), target(share="0.8"))
    (tmp_path / "force.toml").write_text(HEAD + COURSE.replace("1.5", "0") + VALUES, encoding="utf-8")
    with pytest.raises(SettingsProblem, match="'days' is 0"):
        load(tmp_path)
