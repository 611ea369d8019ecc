"""One wrong setting does not hide the next, each is named, and a slip of TOML is said in plain words."""

from pathlib import Path

import pytest

from settings import SettingsProblem, load
from settings.model import UNIT_TYPES
from settings.starter_files import write_starter


def _problems(folder: Path) -> tuple[SettingsProblem, ...]:
    with pytest.raises(SettingsProblem) as caught:
        load(folder)
    assert str(caught.value).splitlines() == [each.sentence for each in caught.value.every]
    return caught.value.every


def _spoil(file: Path, stands: str, put: str) -> None:
    text = file.read_text("utf-8")
    assert stands in text
    file.write_text(text.replace(stands, put, 1), "utf-8")


def test_the_starter_names_each_of_its_four_values(tmp_path: Path) -> None:
    write_starter(tmp_path, "DURHAM", "Durham Constabulary")
    found = _problems(tmp_path)
    assert [each.entry.partition(" in ")[0] for each in found] == [
        "'reduced_share'",
        "'publication_threshold'",
        "'match_limit'",
        "'counting'",
    ]
    assert (
        found[0].sentence == "force.toml, line 17: 'reduced_share' in [[values]]: 'value' must be a number."
    )


def test_every_file_and_entry_at_fault_is_said_at_once(folder: Path) -> None:
    _spoil(folder / "units.toml", 'type = "MOSOVO"', 'type = "MOSOVOO"')
    _spoil(folder / "units.toml", 'code = "OCSAE1"', 'code = "OCSAE1"\nbenchmark = "no"')
    _spoil(folder / "force.toml", "ref_width = 4", "ref_widht = 4")
    _spoil(folder / "workload.toml", "hours = ", 'hours = "many" # ')
    found = _problems(folder)
    assert [each.file for each in found] == ["force.toml", "units.toml", "units.toml", "workload.toml"]
    assert {each.entry for each in found if each.file == "units.toml"} == {
        "'MOSOVO1' in [[units]]",
        "'OCSAE1' in [[units]]",
    }


def test_a_course_at_fault_is_not_said_to_be_unknown_where_it_is_needed(folder: Path) -> None:
    _spoil(folder / "courses.toml", 'code = "SCAIDP"', 'code = "SCAIDP"\nvalid_to = "soon"')
    assert [each.entry for each in _problems(folder)] == ["'SCAIDP' in [[courses]]"]


def test_a_file_that_cannot_be_read_does_not_hide_or_invent_others(folder: Path) -> None:
    _spoil(folder / "courses.toml", 'title = "', "title = ")
    _spoil(folder / "units.toml", 'type = "MOSOVO"', 'type = "MOSOVOO"')
    assert [each.file for each in _problems(folder)] == ["courses.toml", "units.toml"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('name = "x\nref_width = 4', 2, "a quotation mark that is opened on this line is not closed"),
        ('name = "x', 2, "a quotation mark is opened and never closed"),
        ("name = 'x\n", 2, "a quotation mark"),
        ("[[units]]\nsucceeds = [1, 2", 3, "a list is opened with [ and not closed with ]"),
        ("a = { b = 1", 2, "a { is not closed with }"),
        ("ref_width 4", 2, "there must be = between"),
        ("name = Durham", 2, "words without quotation marks"),
        ("[[units]", 2, "closed with ]]"),
        ("[aliases", 2, "closed with ]"),
        ("a = 1\na = 2", 3, "a setting stands twice"),
        ("a = 1 2", 2, "more on the line than"),
        ('a = "c:\\q"', 2, "must be written twice"),
        ("[x]\n[x]", 3, "a table stands twice"),
        ("= 4", 2, "a line"),
    ],
)
def test_a_slip_of_toml_is_said_in_plain_words(tmp_path: Path, text: str, line: int, says: str) -> None:
    (tmp_path / "force.toml").write_text(f'force = "X"\n{text}', "utf-8")
    (problem,) = _problems(tmp_path)
    assert says in problem.reason and "invalid" not in problem.reason.casefold()
    assert problem.line == line


def test_the_starter_lists_every_type_of_unit(tmp_path: Path) -> None:
    write_starter(tmp_path, "DURHAM", "Durham Constabulary")
    lines = (tmp_path / "units.toml").read_text("utf-8").splitlines()
    for code, title in UNIT_TYPES.items():
        assert f"#   {code:8} {title}" in lines
