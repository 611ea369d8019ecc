# ruff: noqa: E501 - a sentence stays whole on its line, so that it can be searched for
"""What checking recorded demand, budgets and costs can say beside their contracts' rules, by code.

It is part of the one catalogue (messages.py).
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, ...]] = {
    "demand_no_year": (
        "The sheet has a column for each month, and its headings say no year: {value}.",
        "Write each month with its year, such as Apr-26 or 30/04/2026.",
    ),
    "pounds_in_thousands": (
        'The heading "{value}" says that the amounts are in thousands or millions.',
        "Write the amounts in pounds, such as 1,234,000, and take the word out of the heading.",
    ),
    "definition_other": (
        "The counting rule is another than in the month before, as it was loaded: the line breaks there. Before: {detail}.",
        "Accept it and say why, where the rule did change; else write the definition as in the month before.",
        "warning",
    ),
    "cost_far_from_loaded": (
        '"{column}" is {value}; the cost before it, as it was loaded, is {detail}.',
        "Check that both are for a whole year and include the same. Accept it where the cost did change so.",
        "warning",
    ),
}

SAID: dict[str, str] = {
    "demand_across": 'Sheet "{0}" has months across: read as {1}, one for each month of each row. Cells left blank: {2}; they count as not sent, never as 0.',
    "written_pence": 'Sheet "{0}": pence were rounded to whole pounds, such as {1} as {2}: cells so read: {3}.',
    "written_short": 'Sheet "{0}": amounts written short were read as pounds, such as {1} as {2}: cells so read: {3}.',
}
