"""Sheets about people: numbers kept, names dropped, reasons of health refused with the way out."""

from datetime import date

from tests.etl.intake.workbooks import SEPTEMBER, check_sheets, codes, only

PEOPLE = ["Month end", "Collar no", "Team", "Job title", "Status", "FTE", "Carries work"]
SMITH = [SEPTEMBER, "DC 1234 SMITH", "Domestic abuse investigation", "DC", "Police officer", 1.0, "full"]
KHAN = [SEPTEMBER, "C4417", "Domestic abuse investigation", "DS", "officer", "0,8", "reduced"]
POSTS = ["Month end", "Unit", "Role", "Worker type", "Funded FTE", "In post FTE"]
POST = [SEPTEMBER, "Domestic abuse investigation", "investigator", "officer", 12, 10.4]


def test_an_officer_cell_keeps_the_number_and_drops_the_name():
    file = check_sheets(People=[PEOPLE, SMITH, KHAN])
    assert file.report.ok, file.report.breaches
    assert [r["person_ref"] for r in file.sheets[0].records()] == ["1234", "C4417"]
    assert "SMITH" not in repr(file)
    assert any("name beside a number: 1." in s for s in file.report.said)


def test_a_name_without_a_number_is_refused_and_never_repeated():
    file = check_sheets(People=[PEOPLE, [SEPTEMBER, "Jo Bloggs", *KHAN[2:]]])
    assert only(file, "cell_name").cells == ("B2",)
    assert "Bloggs" not in repr(file)


def test_two_numbers_in_one_cell_are_refused():
    assert "cell_several_numbers" in codes(
        check_sheets(People=[PEOPLE, [SEPTEMBER, "1234 / 5678", *KHAN[2:]]])
    )


def test_local_words_for_roles_and_shares_of_fte_are_read():
    half = [*KHAN[:1], "5001", *KHAN[2:5], "36/37", "Yes"]
    rows = check_sheets(People=[PEOPLE, SMITH, KHAN, half]).sheets[0].records()
    assert [r["role"] for r in rows] == ["investigator", "supervisor", "supervisor"]
    assert [r["worker_type"] for r in rows] == ["officer", "officer", "officer"]
    assert [round(r["fte"], 3) for r in rows] == [1.0, 0.8, 0.973]
    assert [r["carries_work"] for r in rows] == ["full", "reduced", "full"]


def test_a_reason_of_absence_beside_a_person_is_refused_with_the_way_out():
    file = check_sheets(People=[[*PEOPLE, "Absence reason"], [*SMITH, "back injury"]])
    told = only(file, "column_person_health")
    assert "Unavailable" in told.how_to_fix
    assert "injury" not in repr(file)


def test_a_column_of_health_does_not_hide_what_is_wrong_with_the_others():
    in_hours = [*SMITH[:5], 1.2, "full", "flu"]
    found = codes(check_sheets(People=[[*PEOPLE, "Sickness reason"], in_hours]))
    assert {"column_person_health", "people.fte_over_one"} <= set(found)


def test_a_reason_of_health_inside_carries_work_is_refused_and_not_repeated():
    file = check_sheets(People=[PEOPLE, [*SMITH[:6], "none - long-term sick"]])
    assert only(file, "cell_person_health").cells == ("G2",)
    assert "sick" not in only(file, "cell_person_health").value


def test_an_unknown_sheet_of_absences_by_person_is_refused():
    file = check_sheets(
        Establishment=[POSTS, POST],
        Absence_log=[["Collar no", "Sickness reason", "From"], ["1234", "flu", SEPTEMBER]],
    )
    assert only(file, "column_person_health").sheet == "Absence log"
    assert "flu" not in repr(file)


def test_people_in_the_sheet_of_reasons_are_refused():
    file = check_sheets(Unavailable=[
        ["Month end", "Unit", "Reason", "FTE", "Collar no"],
        [SEPTEMBER, "Domestic abuse investigation", "long-term sick", 1, "1234"],
    ])  # fmt: skip
    assert "column_person_health" in codes(file)


def test_reasons_by_unit_are_welcome():
    file = check_sheets(Unavailable=[
        ["Month end", "Unit", "Reason", "FTE"],
        [SEPTEMBER, "Domestic abuse investigation", "Maternity", 1.5],
    ])  # fmt: skip
    assert file.report.ok, file.report.breaches
    assert file.sheets[0].records()[0]["reason"] == "maternity or parental"


def test_one_workbook_gives_a_sheet_its_month_from_the_others():
    file = check_sheets(
        Establishment=[POSTS, POST],
        Movements=[
            ["Date", "Person ref", "Event", "From unit", "To unit", "Leaver type"],
            [date(2026, 9, 14), "1234", "Leaver", "Domestic abuse investigation", None, "Medical retirement"],
        ],
    )
    assert file.report.ok, file.report.breaches
    posts, moves = file.sheets
    assert (posts.month_end, moves.month_end) == (SEPTEMBER, SEPTEMBER)
    assert moves.records()[0]["leaver_type"] == "other"
    assert posts.units_named == {"DA1"}


def test_a_blank_sheet_of_the_template_is_left_out_and_named():
    file = check_sheets(Establishment=[POSTS, POST], People=[PEOPLE])
    assert file.report.ok
    assert [s.dataset.name for s in file.sheets] == ["establishment"]
    assert any("People" in s and "not read as none" in s for s in file.report.said)


AWAY = ["Month end", "Unit", "Reason", "FTE"]


def test_a_blank_sheet_of_absences_beside_establishment_is_read_as_none_and_said():
    file = check_sheets(Establishment=[POSTS, POST], Unavailable=[AWAY])
    assert file.report.ok, file.report.breaches
    assert [(s.dataset.name, s.month_end, len(s.rows)) for s in file.sheets] == [
        ("establishment", SEPTEMBER, 1),
        ("unavailable", SEPTEMBER, 0),
    ]
    assert any("Unavailable" in s and "read as none in the units" in s for s in file.report.said)


def test_a_blank_sheet_of_absences_without_establishment_is_not_read_as_none():
    assert "sheet_no_rows" in codes(check_sheets(Unavailable=[AWAY]))


def test_the_same_person_twice_in_a_unit_is_told_by_row():
    file = check_sheets(People=[PEOPLE, SMITH, [SEPTEMBER, "1234", *SMITH[2:]]])
    assert only(file, "people.repeated").cells == ("row 2", "row 3")


def test_the_sheet_of_investigators_is_off_unless_the_force_allows_it():
    file = check_sheets(
        Caseload=[["Month end", "Unit", "Work type", "Open", "Unallocated", "New", "Closed"],
                  [SEPTEMBER, "Domestic abuse investigation", "DA", 5, 1, 1, 1]],
        Investigators=[["Month end", "OIC", "Unit", "Work type", "Open"],
                       [SEPTEMBER, "1234", "Domestic abuse investigation", "DA", 4]],
    )  # fmt: skip
    import settings

    on = settings.sample().forces[0].investigators_sheet
    assert [s.dataset.name for s in file.sheets] == ["caseload", "investigators"][: 1 + on]
    assert ("sheet_off" in codes(file)) is not on


def test_whether_somebody_acts_is_read_from_local_words_and_never_from_words_not_known():
    heading = [*PEOPLE, "Acting/temporary"]
    words = {
        "Permanent": "no", "Sub": "no", "None": "no", "Not acting": "no", "N": "no", False: "no",
        "Acting": "acting", "T/DS": "temporary", "Temp": "temporary", "Yes": "yes", True: "yes", "n/a": None,
    }  # fmt: skip
    rows = [[SEPTEMBER, str(1000 + i), *KHAN[2:], word] for i, word in enumerate(words)]
    file = check_sheets(People=[heading, *rows])
    assert file.report.ok, file.report.breaches
    assert [r["acting_or_temporary"] for r in file.sheets[0].records()] == list(words.values())
    told = only(check_sheets(People=[heading, [*KHAN, "Pending"]]), "cell_not_allowed")
    assert (told.cells, told.severity) == (("H2",), "error")
