"""A store without settings takes no return, so that real figures never pass for the invented force's."""

import re
import shlex

import pytest

from etl.__main__ import main
from settings import SAMPLE, sample
from settings.loader import load as load_settings
from settings.starter_files import STARTER
from store import history, open_store, publications
from store.own_settings import FIRST_STEP, settings_of
from tests.etl.intake.test_police_strength import BODY, HEAD, INDEX
from tests.etl.intake.workbooks import workbook
from tests.etl.load.test_command_line import caseload

TOLD = "Set up your force first"
FILLED = {
    '"a number from 0 to 1: what one FTE who carries reduced work counts as"': "0.5",
    '"a whole number: smaller groups are hidden in what is published"': "5",
    '"a number from 0 to 1: with fewer people matched, figures that join records are withheld"': "0.8",
    '"crimes, or investigations: what your caseload counts"': '"crimes"',
    '"one force", "another force"': '"Cleveland", "Cumbria"',
}


@pytest.fixture
def file(tmp_path):
    (tmp_path / "september.xlsx").write_bytes(caseload())
    return str(tmp_path / "september.xlsx")


@pytest.mark.parametrize("command", ["load", "check"])
def test_a_return_is_refused_with_the_first_step_and_nothing_is_loaded(file, capsys, command):
    assert main([command, file]) == 1
    assert TOLD in capsys.readouterr().out
    assert history.loads(open_store()) == [] and publications.current(open_store()) is None
    assert settings_of(open_store()).forces == ()


def test_a_force_named_in_the_call_changes_nothing(file, capsys):
    assert main(["load", file, "--force", "NORTHSHIRE"]) == 1
    assert TOLD in capsys.readouterr().out


def test_samples_are_loaded_when_they_are_said_to_be_and_keep_the_store_to_themselves(file, capsys):
    assert main(["load", "--samples", file]) == 0
    assert [load.force for load in history.loads(open_store())] == ["NORTHSHIRE"]
    assert main(["undo", "L00001"]) == 0
    assert settings_of(open_store()) == sample()


def test_a_store_of_a_force_takes_no_samples(file, capsys):
    store = open_store()
    for each in SAMPLE.glob("*.toml"):
        text = each.read_text("utf-8").replace("NORTHSHIRE", "REAL").replace("synthetic = true", "")
        (store.settings / each.name).write_text(text, "utf-8")
    assert main(["load", "--samples", file]) == 2
    assert "belongs to a force of its own" in capsys.readouterr().err
    assert main(["load", file]) == 0
    for each in store.settings.glob("*.toml"):
        each.unlink()
    assert main(["load", file]) == 2
    assert "The settings of REAL are gone" in capsys.readouterr().err


def test_police_strength_needs_no_force(tmp_path, capsys):
    (tmp_path / "strength.xlsx").write_bytes(workbook(Index=INDEX, Table_1=[*HEAD, *BODY]))
    assert main(["load", str(tmp_path / "strength.xlsx")]) == 0
    assert publications.current(open_store()).id == 1
    assert settings_of(open_store()).forces == ()


@pytest.mark.parametrize("name", ["caseload", "attrition", "training"])
def test_a_template_can_be_had_before_there_are_units_to_choose(tmp_path, name):
    assert main(["template", name, "-o", str(tmp_path / "t.xlsx")]) == 0


def test_starter_settings_name_what_is_to_be_filled_in_and_then_hold(file, capsys):
    assert main(["settings"]) == 0
    assert FIRST_STEP in capsys.readouterr().out
    assert main(["settings", "--new", "DURHAM", "Durham Constabulary"]) == 0
    assert main(["settings"]) == 2
    assert (
        "force.toml, line 17: 'reduced_share' in [[values]]: 'value' must be a number."
        in capsys.readouterr().err
    )
    force = open_store().settings / "force.toml"
    text = force.read_text("utf-8")
    for blank, value in FILLED.items():
        assert blank in text
        text = text.replace(blank, value)
    force.write_text(text, "utf-8")
    assert main(["settings"]) == 0
    assert "Settings of Durham Constabulary" in capsys.readouterr().out
    (held,) = load_settings(open_store().settings).forces
    assert (held.ceilings, held.weights, held.lines, held.synthetic) == ((), (), (), False)
    assert main(["load", file]) == 1  # its unit is not one of Durham's


def test_every_commented_example_of_the_starter_is_known_to_the_reader(tmp_path):
    """With the # taken away and each text for a number replaced by one, the files are read as they stand."""
    for each in STARTER.glob("*.toml"):
        whole = each.read_text("utf-8").replace("$code", "DURHAM").replace("$name", "Durham")
        lines = whole.replace("$unit_types", "# DA  domestic abuse").splitlines()
        text = "\n".join(_uncommented(line) for line in lines)
        for blank, value in FILLED.items():
            text = text.replace(blank, value)
        (tmp_path / each.name).write_text(text, "utf-8")
    (held,) = load_settings(tmp_path).forces
    assert [len(kind) for kind in (held.units, held.courses, held.requirements, held.carriers)] == [
        2,
        1,
        2,
        1,
    ]
    assert [len(kind) for kind in (held.ceilings, held.lines, held.weights)] == [1, 1, 1]
    assert [each.available_hours for each in held.working_time] == [8]


def _uncommented(line: str) -> str:
    code = line[2:] if line.startswith(("# [", "#     {", "# ]")) or re.match("# [a-z_]+ = ", line) else line
    head, _, said = code.partition(' = "a number')
    return f"{head} = {9 if head == 'contracted_hours' else 1}" if said else code


@pytest.mark.parametrize(("code", "name"), [("durham", "D"), ("NORTHSHIRE", "D"), ("DURHAM", 'The "D"')])
def test_a_code_or_name_that_cannot_be_used_is_said_and_nothing_is_written(capsys, code, name):
    assert main(["settings", "--new", code, name]) == 2
    assert not list(open_store().settings.iterdir())


def test_settings_that_are_there_are_left_as_they_are(capsys):
    main(["settings", "--new", "DURHAM", "Durham"])
    assert main(["settings", "--new", "KENT", "Kent"]) == 2
    assert 'force = "DURHAM"' in (open_store().settings / "units.toml").read_text("utf-8")


def test_the_command_to_go_on_with_can_be_pasted_where_the_store_has_a_space(tmp_path, capsys):
    place = tmp_path / "a store"
    assert main(["--store", str(place), "settings", "--new", "REAL", "Real Police"]) == 0
    command = capsys.readouterr().out.splitlines()[-1].partition(": ")[2]
    assert shlex.split(command)[1:] == ["-m", "etl", "--store", str(place), "settings"]
