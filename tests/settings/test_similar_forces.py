"""The forces that a force compares itself with: known by code or name, with a source, never itself."""

from datetime import date

import pytest

from settings import SettingsProblem, load, sample
from settings.similar import sets_on

VALUES = "".join(
    f'[[values]]\nname = "{name}"\nvalue = {value}\nset_by = "A"\nwhy = "B"\n'
    for name, value in (
        ("reduced_share", 0.5), ("publication_threshold", 5), ("match_limit", 0.8), ("counting", '"crimes"'),
    )
)  # fmt: skip


def loaded(tmp_path, **entry):
    said = {
        "name": '"Ours"',
        "forces": '["Kent Police", "E23000028"]',
        "source": '"Inspection 2025"',
        "set_by": '"Head"',
        "why": '"Alike"',
        **entry,
    }
    text = "[[similar_forces]]\n" + "".join(f"{k} = {v}\n" for k, v in said.items() if v)
    head = 'force = "X"\nname = "Sussex Police"\n'
    (tmp_path / "force.toml").write_text(head + VALUES + text, encoding="utf-8")
    return load(tmp_path).force("X").similar_forces


def test_a_force_is_known_by_its_code_and_by_its_name_however_it_ends(tmp_path):
    (one,) = loaded(tmp_path)
    assert one.forces == ("E23000032", "E23000028")


@pytest.mark.parametrize(
    ("entry", "reason"),
    (
        ({"forces": '["Kent", "Esex"]'}, "There is no force 'Esex'. Did you mean 'Essex'?"),
        ({"forces": '["Kent", "E23000032"]'}, "'E23000032' stands twice in this set."),
        ({"forces": '["Kent", "Sussex"]'}, "'Sussex' is the force itself; a set holds the others."),
        ({"forces": '["Kent"]'}, "A set holds at least 2 forces."),
        ({"source": ""}, "Say where the set is from: 'source' is missing."),
        ({"set_by": ""}, "Say who set this: 'set_by' is missing."),
        ({"wanted": '"x"'}, "'wanted' is not a setting known here."),
    ),
)
def test_what_cannot_be_a_set_is_refused_with_the_reason(tmp_path, entry, reason):
    with pytest.raises(SettingsProblem) as refused:
        loaded(tmp_path, **entry)
    assert reason in str(refused.value)


def test_a_set_holds_between_its_days(tmp_path):
    sets = loaded(tmp_path, valid_from="2026-04-01")
    assert sets_on(sets, date(2026, 3, 31)) == () and sets_on(sets, date(2026, 4, 1)) == sets


def test_the_sample_force_shows_a_set_that_says_it_is_invented():
    (one,) = sample().force("NORTHSHIRE").similar_forces
    assert len(one.forces) == 5 and "invented" in one.name
