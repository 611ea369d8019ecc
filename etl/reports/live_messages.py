# ruff: noqa: E501 - a sentence stays whole on its line, so that it can be searched for
"""What checking a live list of cases can say, by code: what is wrong, how to put it right, and if a warning.

It is part of the one catalogue (messages.py). No sentence repeats a cell of the list.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, ...]] = {
    "live_unknown": ("\"{column}\" holds words that are not known: {detail}.",
                     "Say once what each stands for (the upload page asks; on the command line --match); it is remembered. Or correct the word in the list."),
    "live_no_day": ("The list of cases does not say which day it was taken, so its cases cannot be aged or placed in a month.",
                           "Write the date above the headings, such as: As at 30/09/2026. Or add a column headed As at."),
    "live_twice": ("A case stands in the list more than once, by its reference, which is not shown.",
                          "Keep each case once, in the row of the unit that holds it."),
    "live_no_reference": ("Rows of the list have no crime reference, so it is not clear that each is a case of its own.",
                                 "Fill in the reference, which is read only to tell cases apart and is never kept. Or delete the rows."),
    "live_not_value": ("\"{column}\" holds a long text or a spreadsheet fault.",
                              "Write the unit or the kind of work alone, in up to 80 letters."),
    "live_status": ("\"{column}\" does not say in words that are known whether the case is open or closed.",
                           "Write Open or Closed, or add a column Date closed, which then says it alone."),
    "live_status_open": ("\"{column}\" does not say in words that are known whether the case is open or closed. It has no closing date, so it is counted as open, and what it waits for is left out for its unit and kind of work.",
                                "Write Open or Closed, or fill in the date. Or accept: the case is counted as open.", "warning"),
    "live_open_and_closed": ("A case has a closing date, and a status that says it is open.",
                                    "Correct one of the two. Clear the date where the case was opened again."),
    "live_no_date": ("\"{column}\" is blank or no date in an open case or one closed in the month.{near} The counts by age, and New, are left out for its unit and kind of work.",
                            "Fill in the date, or accept: those counts are kept as not stated, never as 0.", "warning"),
    "live_words": ("\"{column}\" holds words that are not known. What they count is left out for their unit and kind of work.",
                          "Write yes or no, a date, or of a risk high, medium, standard or low. Or accept: the count is kept as not stated.",
                          "warning"),
    "live_no_flow": ("The list does not tell how many cases were new and how many closed in the month: it holds no case of the unit that closed in it with its date. They are kept as not stated.",
                            "Add the cases that closed in the month, with columns Date recorded and Date closed. Or accept.", "warning"),
    "live_beside": ("The list of cases and another sheet of the file both count the same units: {value}.",
                           "Leave out one of the two; the other sheet is {detail}. Two lists of a unit go into one sheet."),
}  # fmt: skip

SAID: dict[str, str] = {
    "live_unsure": 'Sheet "{0}" may be a list of cases, by what stands under its headings, and was not read. Say what the headings mean, or that they are not needed.',
    "live_counted": 'Sheet "{0}" is a list of cases, which was counted while it was read: {1:,} open and {2:,} closed in the month, at {3}. References and names were not handed on.',
    "live_no_officers": 'Sheet "{0}": open cases were not counted by officer, because the sheet Investigators is switched off in this force\'s settings.',
}
