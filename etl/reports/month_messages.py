# ruff: noqa: E501 - a sentence stays whole on its line, so that it can be searched for
"""What checking the month of a sheet can say, by code: what is wrong, how to put it right, and if a warning.

It is part of the one catalogue (messages.py).
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, ...]] = {
    "month_missing": (
        "The sheet does not say which month it describes.",
        "Add a Month end column, or write the date above the headings, such as: As at 30/09/2026.",
    ),
    "month_mixed": (
        "The sheet holds more than one month: most rows are {detail}, these are not.",
        "Send each month as a sheet of its own, or correct the date.",
    ),
    "months_differ": (
        "The sheet describes {value}, and another sheet of the same return another month: {detail}.",
        "Correct the month that is wrong, or send each month as a file of its own.",
    ),
    "month_title_other": (
        "The title above the headings says {value}, and the rows say {detail}: one of them is of another month.",
        "Correct the one that is wrong. Accept it only where the rows are of {detail} and the title is an old one.",
        "warning",
    ),
    "month_not_end": (
        "Month end must be the last day of a month, or 2 to 7 days after it.",
        "Write the last day of the month that it describes, such as {detail}.",
    ),
    "month_first": (
        'Month end is the first day of a month. Excel also keeps "Sep-26" so, and it may mean either month.',
        "Write the last day of the month that the rows describe: {detail}.",
    ),
    "month_several": (
        "The rows above the headings name more than one month.",
        "Leave the month that the rows describe, such as: As at 30/09/2026. Or add a Month end column.",
    ),
    "month_rows_gone": (
        "The rows about people of {detail}, as the force's setting says, and none are taken for that month again.",
        "Take the sheet out of the file. The figures of that month stay as they were published.",
    ),
    "month_future": (
        "The month has not ended yet.",
        "Correct the date, or send the return after the month ends.",
    ),
}
