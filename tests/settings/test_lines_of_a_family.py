"""A watched line may be for one family of work; one that names none is for all, as in older files."""

import pytest

from settings import SettingsProblem, load, sample

LINE = '[[lines]]\nmetric = "pressure/open_per_deployable_carrier"\nlevel = 18\nset_by = "A"\nwhy = "B"\n'


def changed(folder, *lines):
    file = folder / "workload.toml"
    file.write_text(file.read_text("utf-8") + "\n" + "\n".join(lines), "utf-8")
    return load(folder).force("NORTHSHIRE").lines


def test_the_sample_force_watches_investigations_and_not_every_family():
    (line,) = (each for each in sample().force("NORTHSHIRE").lines if each.unit_type == "DA")
    assert (line.work_family, line.level) == ("investigations", 18)


def test_a_file_from_before_there_were_families_loads_and_its_lines_are_for_all(folder):
    assert changed(folder, LINE)[-1].work_family is None


def test_lines_of_two_families_stand_beside_each_other_and_two_of_one_do_not(folder):
    of = [LINE + f'work_family = "{family}"\n' for family in ("MARAC", "disclosures")]
    assert [each.work_family for each in changed(folder, *of)[-2:]] == ["MARAC", "disclosures"]
    with pytest.raises(SettingsProblem, match="all unit types, MARAC' have dates that overlap"):
        changed(folder, of[0])


def test_an_unknown_family_is_refused_with_the_one_that_was_meant(folder):
    with pytest.raises(SettingsProblem, match="investigations"):
        changed(folder, LINE + 'work_family = "investigation"\n')
