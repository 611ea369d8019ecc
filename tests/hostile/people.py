"""Sheets that tell of a person what must not be stored: health, conduct, names, victims, free text."""

from __future__ import annotations

from datetime import date

from tests.etl.intake.workbooks import CASELOAD, SEPTEMBER, workbook
from tests.etl.intake.workbooks import DOMESTIC as POSTS_ROW
from tests.hostile.answers import accepted, refused

SECRET = "Quillfeather"
PEOPLE = ["Month end", "Collar no", "Team", "Job title", "Status", "FTE", "Carries work"]
KHAN = [SEPTEMBER, "C4417", "Domestic abuse investigation", "DS", "officer", 0.8, "reduced"]
UNIT = KHAN[2]


def people(heading: str = "", *cells: object) -> bytes:
    """A sheet of people with one more column."""
    extra = [heading] if heading else []
    return workbook(People=[[*PEOPLE, *extra], [*KHAN, *cells]])


def person(**change: object) -> bytes:
    """A sheet of one person, with some cells changed; `at` counts columns."""
    cells = [change.get(f"at_{n}", value) for n, value in enumerate(KHAN)]
    return workbook(People=[PEOPLE, cells])


@refused("column_person_health", never=SECRET)
def a_reason_of_sickness_beside_a_person() -> bytes:
    return people("Sickness reason", f"{SECRET} fever")


@refused("column_person_health", never=SECRET)
def a_diagnosis_beside_a_person() -> bytes:
    return people("Medical diagnosis", SECRET)


@refused("column_person_health", never=SECRET)
def misconduct_beside_a_person() -> bytes:
    return people("Misconduct outcome", SECRET)


@refused("column_person_health", never=SECRET)
def maternity_beside_a_person() -> bytes:
    return people("Maternity due", SECRET)


@refused("column_person_health", never=SECRET)
def suspension_beside_a_person() -> bytes:
    return people("Suspended?", f"yes {SECRET}")


@refused("cell_person_health", never=SECRET)
def sickness_where_only_work_carried_is_asked() -> bytes:
    return person(at_6=f"none - long-term sick {SECRET}")


@refused("cell_name", never=SECRET)
def a_name_without_a_number() -> bytes:
    return person(at_1=f"Jo {SECRET}")


@refused("cell_name", never=SECRET)
def a_name_with_markup_without_a_number() -> bytes:
    return person(at_1=f"<b>{SECRET}</b>")


@refused("cell_several_numbers", never="5678")
def two_people_in_one_cell() -> bytes:
    return person(at_1="1234 / 5678")


@refused("cell_date_for_number")
def a_date_for_a_number() -> bytes:
    return person(at_1=date(2026, 5, 1))


@refused("column_person_health", says="Absence log", never=SECRET)
def a_log_of_absences_in_another_sheet() -> bytes:
    return workbook(
        Caseload=[CASELOAD, POSTS_ROW],
        Absence_log=[["Collar no", "Sickness reason", "From"], ["1234", SECRET, SEPTEMBER]],
    )


@refused("column_person_health", never="1234")
def people_in_the_sheet_of_reasons() -> bytes:
    return workbook(
        Unavailable=[
            ["Month end", "Unit", "Reason", "FTE", "Collar no"],
            [SEPTEMBER, UNIT, "long-term sick", 1, "1234"],
        ]
    )


def caseload(heading: str, cell: object) -> bytes:
    """The usual return with one more column."""
    return workbook(Caseload=[[*CASELOAD, heading], [*POSTS_ROW, cell]])


@accepted(says="not read and never stored", never=SECRET)
def a_column_of_victims() -> bytes:
    return caseload("Victim name", SECRET)


@accepted(says="not read and never stored", never=SECRET)
def a_column_of_suspects() -> bytes:
    return caseload("Suspect / nominal", SECRET)


@accepted(says="not read and never stored", never=SECRET)
def a_column_of_free_text() -> bytes:
    return caseload("Comments", f"Victim {SECRET} lives at 4 High Street; DC {SECRET} is on stress leave.")


@accepted(says="not read and never stored", never=SECRET)
def a_column_of_crime_references() -> bytes:
    return caseload("Crime ref", f"22/{SECRET}/26")


@accepted(says="not read and never stored", never=SECRET)
def a_column_of_dates_of_birth() -> bytes:
    return caseload("DOB", f"{SECRET} 01/02/1980")


@accepted(never=SECRET)
def text_beside_the_table_under_no_heading() -> bytes:
    return workbook(Caseload=[CASELOAD, [*POSTS_ROW, None, f"ring {SECRET}"]])


@accepted(never=SECRET)
def a_note_of_a_victim_below_the_table() -> bytes:
    return workbook(Caseload=[CASELOAD, POSTS_ROW, [], [f"Victim {SECRET} to be rung on Monday"]])


@refused("cell_unknown")
def a_person_where_a_unit_belongs() -> bytes:
    return workbook(Caseload=[CASELOAD, [POSTS_ROW[0], "DC Smith", *POSTS_ROW[2:]]])


def live_list(*rows: list[object], said: str = "Live crimes as at 30/09/2026") -> bytes:
    """A list of cases with names and accounts in it, one of which closed in the month."""
    heads = ["Crime ref", "Victim", "Team", "Offence", "OIC", "Date recorded", "Date closed", "MO"]
    account = f"{SECRET} was followed home"
    closed = [
        f"{SECRET}/1",
        SECRET,
        UNIT,
        "rape",
        f"DC 12 {SECRET}",
        date(2026, 9, 1),
        date(2026, 9, 9),
        account,
    ]
    return workbook(Crimes=[[said], heads, closed, *rows])


@refused("live_twice", never=SECRET)
def a_list_of_crimes_with_one_twice() -> bytes:
    return live_list([f"{SECRET}/1", SECRET, UNIT, "rape", 12, date(2026, 9, 2)])


@refused("live_no_reference", never=SECRET)
def a_list_of_crimes_with_one_that_has_no_reference() -> bytes:
    return live_list([None, SECRET, UNIT, "rape", 12, date(2026, 9, 2)])


@refused("live_not_value", never=SECRET)
def a_list_of_crimes_with_an_account_as_the_offence() -> bytes:
    return live_list([f"{SECRET}/2", SECRET, UNIT, f"{SECRET} was followed " * 5, 12, date(2026, 9, 2)])


@refused("live_no_day", never=SECRET)
def a_list_of_crimes_of_no_day() -> bytes:
    return live_list(said=f"{SECRET} and others")


@refused("cell_name", never=SECRET)
def a_list_of_crimes_with_a_name_for_a_number() -> bytes:
    return live_list([f"{SECRET}/2", SECRET, UNIT, "rape", f"DC {SECRET}", date(2026, 9, 2)])
