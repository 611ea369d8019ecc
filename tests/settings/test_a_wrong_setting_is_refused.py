"""Each wrong setting is refused at its line, with a reason a person can act on."""

from pathlib import Path

import pytest

from settings import SettingsProblem, load

# file, what stands there, what the test puts there, what the line then holds, words of the reason
SPOILED = {
    "an unknown key": (
        "units.toml",
        'title = "Online child abuse"\n',
        'title = "Online child abuse"\ntitel = "x"\n',
        "titel",
        ["'titel' is not a setting known here", "Did you mean 'title'?"],
    ),
    "a key known elsewhere only": (
        "force.toml",
        "ref_width = 4",
        "ref_widht = 4",
        "ref_widht",
        ["Did you mean 'ref_width'?"],
    ),
    "an upload that is kept": (
        "force.toml",
        "keep_uploads_days = 0",
        "keep_uploads_days = 7",
        "keep_uploads_days",
        ["'keep_uploads_days' can only be 0", "deleted once it is published"],
    ),
    "a marking that fills more than a line": (
        "force.toml",
        'marking = "OFFICIAL"',
        'marking = "OFFICIAL: not to be read by anybody who is not on the list kept by the office"',
        "marking",
        ["'marking' must be one line of at most 60 characters"],
    ),
    "a name twice with dates that overlap": (
        "units.toml",
        '{ text = "SOMU", valid_from = 2025-11-01 },',
        '{ text = "Public protection offender  team", valid_from = 2025-10-01 },',
        "Public protection offender  team",
        ["stands twice for MOSOVO1", "overlap"],
    ),
    "one name for two units on one date": (
        "units.toml",
        '{ text = "POLIT" },',
        '{ text = "CAIT" },',
        None,
        ["'CAIT' names both CA1 and OCSAE1 on the same date"],
    ),
    "a unit code twice": ("units.toml", 'code = "VA1"', 'code = "CA1"', None, ["'CA1' is used twice"]),
    "an unknown unit type": (
        "units.toml",
        'type = "MASH"',
        'type = "MASHH"',
        '"MASHH"',
        ["no unit type 'MASHH'", "Did you mean 'MASH'?"],
    ),
    "a succession to an unknown unit": (
        "units.toml",
        'title = "Adults at risk"\n',
        'title = "Adults at risk"\nsucceeds = ["VA0"]\n',
        None,
        ["VA1 succeeds 'VA0', which is not another unit here"],
    ),
    "a required course that is not in the catalogue": (
        "requirements.toml",
        'course = "SCAIDP"',
        'course = "SCADIP"',
        '"SCADIP"',
        ["no course 'SCADIP'", "Did you mean 'SCAIDP'?"],
    ),
    "a requirement of an unknown role": (
        "requirements.toml",
        'roles = ["referral officer", "supervisor"]',
        'roles = ["referal officer", "supervisor"]',
        "referal officer",
        ["no role 'referal officer'", "Did you mean 'referral officer'?"],
    ),
    "a requirement of an unknown unit type": (
        "requirements.toml",
        'unit_types = ["EXP"]',
        'unit_types = ["XYZ"]',
        '"XYZ"',
        ["no unit type 'XYZ'"],
    ),
    "hours for a case without a source": (
        "workload.toml",
        'source = "Two team leaders\' estimate, Northshire (invented)"\n',
        "",
        "[[weights]]",
        ["need a source"],
    ),
    "a line that nobody set": (
        "workload.toml",
        'set_by = "Force training board (invented)"\n',
        "",
        "[[lines]]",
        ["who set this"],
    ),
    "a range that leaves out its middle": (
        "workload.toml",
        "low = 60",
        "low = 95",
        "low = 95",
        ["'low' is 95"],
    ),
    "dates the wrong way round": (
        "units.toml",
        '{ text = "SOMU", valid_from = 2025-11-01 },',
        '{ text = "SOMU", valid_from = 2025-11-01, valid_to = 2025-01-31 },',
        None,
        ["wrong way round"],
    ),
    "a date in quotation marks": (
        "workload.toml",
        "valid_from = 2024-10-01",
        'valid_from = "2024-10-01"',
        'valid_from = "2024-10-01"',
        ["without quotation marks"],
    ),
    "a share above one": ("force.toml", "value = 0.5", "value = 50", "value = 50", ["at most 1"]),
    "a value that is not set": (
        "force.toml",
        'name = "match_limit"',
        'name = "reduced_share"',
        None,
        ["'match_limit' is not set"],
    ),
    "true written as a word": (
        "force.toml",
        "person_lists = true",
        'person_lists = "yes"',
        'person_lists = "yes"',
        ["true or false"],
    ),
    "an alias for an unknown word": (
        "force.toml",
        "investigator = [",
        "investigater = [",
        "investigater",
        ["Did you mean 'investigator'?"],
    ),
    "a course name used twice": (
        "courses.toml",
        'aliases = ["ABE", "ABE interviewing"',
        'aliases = ["ABE", "ARMS"',
        None,
        ["names both"],
    ),
    "text that is not TOML": ("force.toml", "ref_width = 4", "ref_width 4", "ref_width 4", ["read as TOML"]),
    "a file that names no force": (
        "courses.toml",
        'force = "NORTHSHIRE"\n',
        "",
        None,
        ["'force' is missing"],
    ),
}


@pytest.mark.parametrize("wrong", SPOILED)
def test_it_names_the_file_the_line_and_the_reason(folder: Path, wrong: str) -> None:
    name, stands, put, on_line, reasons = SPOILED[wrong]
    file = folder / name
    text = file.read_text("utf-8")
    assert stands in text
    file.write_text(text.replace(stands, put, 1), "utf-8")

    with pytest.raises(SettingsProblem) as caught:
        load(folder)

    problem = caught.value
    for reason in reasons:
        assert reason in problem.reason
    if wrong == "a value that is not set":
        return  # nothing in any one file is at fault
    assert problem.file == name
    if on_line:
        assert on_line in file.read_text("utf-8").splitlines()[problem.line - 1]
    assert str(problem).startswith(f"{name}, line {problem.line}: ")


def test_the_line_is_that_of_the_entry_at_fault_not_of_its_double(folder: Path) -> None:
    file = folder / "units.toml"
    file.write_text(file.read_text("utf-8").replace('{ text = "POLIT" }', '{ text = "CAIT" }'), "utf-8")

    with pytest.raises(SettingsProblem) as caught:
        load(folder)

    line = file.read_text("utf-8").splitlines()[caught.value.line - 1]
    before = file.read_text("utf-8").splitlines()[: caught.value.line]
    assert "CAIT" in line
    assert 'code = "OCSAE1"' in before


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsProblem, match="no settings file"):
        load(tmp_path)


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "extra.toml").write_bytes('force = "NORTHSHIRE" # Müller'.encode("latin-1"))
    with pytest.raises(SettingsProblem, match="UTF-8"):
        load(folder)
