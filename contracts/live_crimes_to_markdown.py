"""The live list of crimes -> its page in the data dictionary."""

from collections.abc import Iterable

from contracts import live_crimes
from contracts.live_crimes import COLUMNS, CaseColumn

INTRO = """# A live list of crimes

Instead of Caseload a file may hold a list with one row for each case. It is counted while it is read, in
the process that reads the file, and only the counts leave that process, as rows of
[Caseload](caseload.md) and, where the force's settings allow it, of [Investigators](investigators.md).
References, names, other columns and free text are not handed on, shown or kept. A sheet is such a list
when one row of headings holds a crime reference and at least two other columns of it, and no counts such
as Open and Unallocated.

Headings of a force's own are asked about: a sheet with a column of references, each once, and enough
headings that are known, or called something like one, is taken for a list too. A list of people or courses
is not. What is agreed is remembered as `column:live_crimes`. Where the heading that looks like the reference
is answered "not needed", the sheet is no list.

Not counted, and listed with the reason: totals, notes, headings again, cases that closed before the month
or were recorded after it. An extract taken up to 7 days after the month is counted as at the month end:
what closed in those days was open, what was recorded in them is left out."""

HOW = """## How each count is made

- **Open**: recorded by the month end and not closed by then. A status of closing says closed, also
  where why stands after a dash, colon or comma; a closing date says when. A status that is not known, or
  says both ("Closed - reopened"), stops the list. With a column Date closed it does not: a case without
  that date is then counted as open, which is a warning.
- **Unallocated**: open, with no officer in the case.
- **Closed** and **New**: in the month, by Date closed and Date recorded, for units of which the list also
  holds a case that closed in the month with its date. Otherwise not stated, which is a warning: a list of
  live cases alone cannot say how many came and went.
- **Over 90, 180, 365 days** and **Oldest unallocated, days**: from Date recorded to the month end.
- **High risk**, **Overdue**, **Charged, before court**, **Awaiting CPS**, **Awaiting digital forensics**:
  from a column of their own. The last three also from Status, where a case of the list has that status.

A row without reference, unit or work type, with a closing date that is none, or that says both open and
closed is in no count, and so is every row of a case that stands twice. Such rows stop the list, or are held
back with a reason while the others load. Of a held row only its number, month, unit, work type and what is
wrong are kept. It is not released by itself: load the corrected list, which takes its place.

A count of a unit and work type stays blank where one of its cases cannot be told; it is never 0 for that.
A unit or work type without a case in the list has no row, which reads as no record and not as none."""


def page() -> str:
    """The whole page, in Markdown."""
    return "\n\n".join((INTRO, _columns(), _headings(), HOW, _words())) + "\n"


def _columns() -> str:
    head = "## Columns\n\n| Column | Needed | Meaning |\n|---|---|---|\n"
    return head + "\n".join(f"| {c.title} | {'yes' if c.needed else 'no'} | {c.meaning} |" for c in COLUMNS)


def _headings() -> str:
    return "## Headings understood\n\n" + "\n".join(map(_heading, COLUMNS))


def _heading(column: CaseColumn) -> str:
    others = [heading for heading in column.headings if heading != column.title]
    which = " Two of them in one list are asked about." if column.one_only else ""
    return f"- {column.title}: {', '.join(others)}.{which}"


def _words() -> str:
    lines = [
        ("Status, open", live_crimes.OPEN),
        ("Status, closed (alone, one after another, or before why)", live_crimes.CLOSED),
        *((f"Status, {name.replace('_', ' ')}", words) for name, words in live_crimes.STATES.items()),
        ("Risk, high", live_crimes.HIGH),
        ("Risk, not high", live_crimes.NOT_HIGH),
        ("Officer, nobody (anywhere in the cell)", live_crimes.TRAY),
        ("Officer, nobody (the whole cell)", live_crimes.NOBODY),
    ]
    return "## Words understood\n\n" + "\n".join(_line(name, words) for name, words in lines)


def _line(name: str, words: Iterable[str]) -> str:
    return f"- {name}: {', '.join(words)}."
