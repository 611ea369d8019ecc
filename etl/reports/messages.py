# ruff: noqa: E501 - a sentence stays whole on its line, so that it can be searched for
"""The one catalogue of what checking a file can say: a stable code, what is wrong, and how to put it right.

Sentences describe and help; they never blame. `{...}` are filled in by `breach`; a cell that may hold a name or a
reason about a person is never repeated in one.
"""

from __future__ import annotations

from dataclasses import dataclass

from etl.reports import dated_messages, live_messages, month_messages, published_messages, word_messages
from etl.reports.report import Breach
from store.own_settings import FIRST_STEP

NOT_SHOWN = "(not shown)"


@dataclass(frozen=True)
class Message:
    """One sentence of the catalogue, with its severity and its way out."""

    says: str
    how_to_fix: str
    severity: str = "error"


_OUT = "Save it again as an Excel workbook (.xlsx) from the program that made it, then send it again."

MESSAGES: dict[str, Message] = {
    # The file
    "file_empty": Message("The file is empty.", "Send the file that holds the return."),
    "file_too_large": Message("The file must be smaller than 20MB.",
                              "Take out pictures and sheets that are not part of the return."),
    "file_password": Message("The file is password protected.",
                             "Take the password off in Excel (File, Info, Protect Workbook), save, and send it again."),
    "file_old_xls": Message("The file is in the old Excel format (.xls).",
                            "Open it in Excel and save it as an Excel workbook (.xlsx)."),
    "file_xlsb": Message("The file is a binary workbook (.xlsb).",
                         "Open it in Excel and save it as an Excel workbook (.xlsx)."),
    "file_not_a_workbook": Message("The file must be an Excel workbook (.xlsx), an ODS or a CSV.",
                                   "What counts is what the file holds, not its name. " + _OUT),
    "file_macros": Message("The file holds macros or other active parts, and is not opened.",
                           "Save it as an Excel workbook without macros (.xlsx), and take out buttons and files placed in it."),
    "file_unsafe": Message("The file is not opened, because of how it is built: {detail}.", _OUT),
    "file_damaged": Message("The file is damaged and cannot be read.", _OUT),
    "file_exhausts": Message("The file takes more memory or time than a return can need.",
                             "Look for a stray cell far to the right or far down, copy the table to a new workbook, and send that. A large published table is read faster as CSV UTF-8."),
    "file_too_many_sheets": Message("The file has more than {detail} sheets.",
                                    "Copy the sheets of the return to a workbook of their own, and send that."),
    "file_too_many_cells": Message("The file holds more than {detail}, far more than a return.",
                                   "Copy the table to a new workbook, without what stands beside or below it."),
    "file_letters": Message("The file is a text with letters that cannot be read: it is in an unusual encoding.",
                            "Save it again as \"CSV UTF-8\", or as an Excel workbook (.xlsx)."),
    "file_quotes": Message("A quotation mark in {detail} of the text does not close where its cell ends, so rows could be read as one.",
                           "Delete the quotation mark or close it, or save the table as an Excel workbook (.xlsx)."),
    "file_not_its_own": Message("What was dropped in the folder is {detail}, and is not opened.",
                                "Put a copy of the file itself in the folder."),
    "file_no_sheet": Message("No sheet in the file looks like one of the returns.",
                             "Use the template, or keep its headings in one row above the rows."),
    "file_force": Message("The file does not say which force it is from.",
                          "Say which force when sending it; there are settings for {detail}."),
    "file_not_set_up": Message("The file cannot be read as a return before a force is set up.", FIRST_STEP),
    # The sheet
    "sheet_too_wide": Message("The sheet has a cell further right than any return.",
                              "Delete the columns to the right of the table, or copy the table to a new sheet."),
    "sheet_too_long": Message("The sheet has more than 100,000 rows.", "Send one month, or a live list of cases in parts, by unit."),
    "sheet_outside": Message("The sheet says it has a cell where no spreadsheet has one: {detail}.", _OUT),
    "sheet_disordered": Message("The sheet's cells are not in order inside the file, at {detail}, and some could be lost.", _OUT),
    "sheet_merged_too_often": Message("The sheet has more merged cells than can be read: {detail}.",
                                      "Take the merging out (Home, Merge & Center), and write the value in each row."),
    "sheet_twice": Message("Rows of this sheet are also in another sheet of the file, and would count twice.",
                           "Keep each row in one sheet; the other is {detail}."),
    "months_across": Message("The sheet has a column for each month, and does not say Open, Unallocated, New and Closed for each unit and work type.",
                             "Write over or under each month which of the four it counts. Or send one month with a row for each unit and work type, as in the template."),
    "sheet_table_again": Message("The sheet has a second table of the same return under the first, with other columns.",
                                 "Put it in a sheet of its own, or its rows under the first table, in the same columns."),
    "sheet_other_table": Message("The sheet has another table under the first, which was not read.",
                                 "Accept if it is no part of the return. If it is, put it in a sheet of its own.", "warning"),
    "sheet_no_rows": Message("The sheet has headings but no rows.",
                             "Fill in a row for each unit. A blank sheet alone is not read as none.", "error"),
    "unit_stated_unknown": Message("The unit stated with the file, {value}, is not known.{near}",
                                   "State a unit of the force's settings, by its code or name."),
    "whole_force_over_units": Message(
        "The sheet names no unit, so it takes the place of the records that units sent: {detail}. "
        "Whoever is not in it reads as having no record.",
        "State the unit that it is of when sending it, or add a Unit column. Accept only if it holds the whole force.",
        "warning"),
    "return_twice": Message(
        "{detail} were sent together, and both hold{near}. The later file would take the place of the earlier.",
        "Send the one that is right. Accept only if the later file is the correction of the earlier.", "warning"),
    "sheet_off": Message("The sheet Investigators is switched off in this force's settings.",
                         "Leave it out, or ask whoever keeps the settings to switch it on.", "warning"),
    "column_missing": Message("The heading \"{column}\" is not there.{near}",
                              "Add a column headed \"{column}\". In other sheets it is also called {detail}."),
    "column_twice": Message("Two headings both mean \"{column}\": {value}.",
                            "Keep the one that is meant, and rename or delete the other."),
    "column_person_health": Message(
        "The sheet gives a reason such as sickness, leave or conduct beside a person.",
        "Delete the column headed {value}. Send the totals by unit and reason in the Unavailable sheet; "
        "for a person, only Carries work is needed."),
    **{code: Message(*words) for code, words in dated_messages.MESSAGES.items()},
    **{code: Message(*words) for code, words in live_messages.MESSAGES.items()},
    **{code: Message(*words) for code, words in month_messages.MESSAGES.items()},
    "row_longer": Message("The row has more cells than there are headings, so its cells may stand under the wrong ones: a comma inside a number or a text cuts it in two.",
                          "Write numbers without commas, or save the table as an Excel workbook (.xlsx) instead of a text."),
    # The cell
    "cell_too_long": Message("A cell in {detail} of the text is longer than any cell of a spreadsheet.",
                             "Look for a quotation mark that opens there and never closes, or delete the long text."),
    "cell_blank": Message("\"{column}\" is blank.", "Fill it in. Where there are none, write 0: a blank is not read as 0."),
    "cell_blank_text": Message("\"{column}\" is blank.", "Fill it in."),
    "cell_missing_kind": Message("\"{column}\" says {value}, which is not a number.",
                                 "Write the number, or accept: it is kept as not stated, never as 0.", "warning"),
    "cell_missing_text": Message("\"{column}\" says {value}; the row cannot be placed without it.", "Fill it in."),
    "cell_not_number": Message("\"{column}\" must be a number.", "Write the number alone, such as 12 or 0.8."),
    "cell_not_whole": Message("\"{column}\" must be a whole number.", "Write the count of cases, without decimals."),
    "cell_not_date": Message("\"{column}\" must be a date, written day, month, year.{near}",
                             "Write it as 30/09/2026; dates are never read month first."),
    "cell_too_small": Message("\"{column}\" must be {detail} or more.", "Correct the number."),
    "cell_too_large": Message("\"{column}\" must be {detail} or less.", "Correct the number; check that it is FTE and not hours."),
    "cell_true_false": Message("\"{column}\" holds TRUE or FALSE.", "Write the value itself."),
    "cell_error": Message("\"{column}\" shows a spreadsheet fault instead of a value.",
                          "Put the formula right, or type the value over it."),
    "cell_formula": Message("\"{column}\" holds a formula whose answer is not in the file.",
                            "Open the file in Excel, save it, and send it again."),
    "cell_unknown": Message("\"{column}\" has a value that is not known.{near}",
                            "{detail}Say what it stands for (the upload page asks; on the command line --match), "
                            "correct the spelling, or add the local name to the force's settings."),
    "cell_not_allowed": Message("\"{column}\" has a value that is not in its list.{near}", "Say what it stands for (the upload page asks; on the command line --match), or use one "
                                "of: {detail}."),
    "cell_name": Message("\"{column}\" holds words and no number, which may be a name.",
                         "Give the person's number. Names are never kept."),
    "cell_date_for_number": Message("\"{column}\" holds a date, not a person's number. Excel turns a number such as 1/5/26 into one.",
                                    "Give the person's number. Format the column as text before typing it."),
    "cell_several_numbers": Message("\"{column}\" holds more than one number, so it is not clear which is the person's.",
                                    "Give the person's number alone."),
    "cell_person_health": Message("\"{column}\" gives a reason about a person, such as sickness, leave or conduct.",
                                  "Say only whether the person carries work. Send reasons as totals, in the Unavailable sheet."),
    "rank_differs": Message("\"{column}\" says no beside a rank such as T/DS or A/Insp.",
                            "Correct one of the two, or accept: it is kept as no.", "warning"),
    "count_unusual": Message("\"{column}\" is {value}; for this unit and kind of work it is usually {detail}.",
                             "Check the count. Correct it, or accept it and say why, such as a large operation.", "warning"),
    "matrix_not_date": Message("A cell under the course {column} is neither a date nor a known word.",
                               "Write the day it was completed, or: booked, exempt. Leave it blank where there is no record."),
    "course_unknown": Message("The heading \"{value}\" is not a course that is known.{near}",
                              "Say which course it is (the upload page asks; on the command line --match), correct "
                           "the spelling, or add the course to the force's settings."),
    # Police strength
    "strength_total": Message("The forces under {column} add up to {value}, not to the table's own total of {detail}.",
                              "Use the file as it was published, without rows changed or taken out."),
    **{code: Message(*words) for code, words in published_messages.MESSAGES.items()},
}  # fmt: skip

# What was understood, told once a sheet; nothing to put right.
SAID: dict[str, str] = {
    "sheet_hidden": 'Sheet "{0}" is hidden and was not read.',
    "sheet_chart": 'Sheet "{0}" is a chart and was not read.',
    "sheet_passed_over": 'Sheet "{0}" is not part of a return and was not read.',
    "sheet_blank": 'Sheet "{0}" has headings but no rows. It was left out; it was not read as none.',
    "sheet_none": 'Sheet "{0}" has headings but no rows: read as none in the units of Establishment. Delete it if nobody filled it in.',
    "sheet_not_recognised": 'Sheet "{0}" has no headings of a return and was not read.',
    "same_bytes": "It is the same file as {0}, which was sent with it. It is loaded once.",
    "outside": "Links to other files and data connections were not followed.",
    **word_messages.SAID,
    "names_dropped": 'Sheet "{0}": cells with a name beside a number: {1}. The number was kept and the name dropped.',
    "not_stored": 'Sheet "{0}": not read and never stored: {1}.',
    "ranks_for_now": 'Sheet "{0}": acting and temporary were read from ranks, such as “{1}”: people so read: {2}.',
    "written_hours": 'Sheet "{0}": hours over full-time hours were read as FTE, such as {1} as {2}: cells so read: {3}.',
    "written_percent": 'Sheet "{0}": shares of full time were read as FTE, such as {1} as {2}: cells so read: {3}.',
    "written_comma": 'Sheet "{0}": a comma was read as the decimal point, such as {1} as {2}: cells so read: {3}.',
    "signs_kept": 'Sheet "{0}": signs for a number that is not stated, kept as such and never as 0: {1}.',
    "extract_late": 'Sheet "{0}": the extract is dated {1}; it was read as the month ending {2}.',
    "month_from_title": 'Sheet "{0}": the month ending {1} was taken from above the headings.',
    "month_from_workbook": 'Sheet "{0}": the month ending {1} was taken from the other sheets.',
    "month_from_rows": 'Sheet "{0}": the month ending {1} was taken from the latest date in it.',
    "whole_force": 'Sheet "{0}" names no unit: read as the record of the whole force. State the unit if it is of one.',
    "unit_stated": 'Sheet "{0}" names no unit: read as the record of {1}, as stated.',
    "months_across": 'Sheet "{0}" has months across: read as {1} months, each as a table of its own; months left out because nothing stands under them: {2}.',
    **live_messages.SAID,
    **dated_messages.SAID,
    **published_messages.SAID,
    "merged_filled": 'Sheet "{0}": merged cells were read as holding the same value in each row.',
    "matrix": 'Sheet "{0}" is a matrix: {1} people by {2} courses gave {3} records.',
}


def breach(
    code: str,
    *,
    dataset: str = "",
    sheet: str = "",
    column: str = "",
    cells: tuple[str, ...] = (),
    value: str = "",
    detail: str = "",
    near: str = "",
    rows: tuple[int, ...] = (),
    field: str = "",
) -> Breach:
    """A breach with its sentences filled in. Raises KeyError for a code that is not in the catalogue."""
    message = MESSAGES[code]
    words = {"column": column, "value": value, "detail": detail, "near": f" {near}" if near else ""}
    return Breach(
        code,
        message.severity,
        dataset,
        sheet,
        column,
        cells,
        value,
        message.says.format(**words),
        message.how_to_fix.format(**words),
        rows,
        field,
    )


def said(code: str, *words: object) -> str:
    """A sentence about what was understood."""
    return SAID[code].format(*words)


def did_you_mean(suggestions: tuple[str, ...]) -> str:
    """'Did you mean "x"?' with the nearest one or two, or nothing."""
    return f"Did you mean {' or '.join(f'“{s}”' for s in suggestions[:2])}?" if suggestions else ""


def use_one_of(choices: tuple[str, ...], most: int = 12) -> str:
    """'Use one of: "a", "b". ' with the first few of them, or nothing."""
    if not choices:
        return ""
    more = f" and {len(choices) - most} more" if len(choices) > most else ""
    return f"Use one of: {', '.join(f'“{choice}”' for choice in choices[:most])}{more}. "
