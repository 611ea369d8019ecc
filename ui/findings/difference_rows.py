"""What is said of what files would change: findings across sheets, people and rows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from analysis.disclosure import Suppressed
from contracts.findings import OF_NO_PEOPLE
from ui.findings.difference import Titled, sheet
from ui.findings.found import LOOK, UNKNOWN, WHOLE_FORCE
from ui.parts.wording import join, month_name, plural

WHAT = {"new": "New", "gone": "Gone", "moved": "Moved"}


def findings(
    found: Any, says: Mapping[str, str], to_do: Mapping[str, str], title: Titled, of_people: bool
) -> pd.DataFrame:
    """One row for each finding that the files add, most above the month before first.

    `of_people`: with the numbers of those that count people, which readers outside the force are not shown.
    """
    added = sorted(found.findings_added, key=lambda f: (max(f.was, f.month_before) - f.will, f.id, f.unit))
    rows = [
        (
            says.get(each.id, UNKNOWN), title(each.unit) if each.unit else WHOLE_FORCE,
            month_name(each.month_end),
            *(
                (each.will, each.was, each.month_before, each.detail or "–")
                if of_people or each.id in OF_NO_PEOPLE
                else (*(Suppressed(),) * 3, "–")
            ),
            to_do.get(each.id, LOOK),
        )
        for each in added
    ]  # fmt: skip
    columns = ["What would be found", "Unit", "Month", "Number", "As it stands", "Month before", "Of what",
               "What to do"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def findings_title(found: Any) -> str:
    """How many findings the files add, how many are more than the month before, and how many settle."""
    added, settled = found.findings_added, found.findings_settled
    more = sum(each.will > each.month_before for each in added)
    parts = [f"{plural(len(added), 'finding')} across sheets"]
    parts += [f"{more} of more than the month before"] if added else []
    parts += [f"{len(settled)} settled"] if settled else []
    return ", ".join(parts)


def people(found: Any, title: Titled) -> pd.DataFrame:
    """How many people appear, vanish or move, from where and to where."""
    rows = [
        (WHAT[each.what], _units(each.from_unit, title), _units(each.to_unit, title),
         month_name(each.month_end), each.people)
        for each in found.people
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["What", "From", "To", "Month", "People (headcount)"])


def people_title(found: Any) -> str:
    """How many are new, gone and moved."""
    counts = {what: sum(each.people for each in found.people if each.what == what) for what in WHAT}
    return "People: " + join(f"{n:,} {WHAT[what].lower()}" for what, n in counts.items())


def persons(found: Any, labels: Mapping[str, str], title: Titled) -> pd.DataFrame:
    """Each of them, by the reference as sent where it is kept, else by a handle; the row is in People."""
    rows = [
        (
            labels.get(each.person_key, each.handle), WHAT[each.what],
            join(map(title, each.from_units)) or "–", join(map(title, each.to_units)) or "–",
            month_name(each.month_end), "–" if each.row is None else str(each.row),
        )
        for each in found.persons
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["Person", "What", "From", "To", "Month", "Row of the People sheet"])


def _units(codes: str, title: Titled) -> str:
    return join(title(code) for code in codes.split(", ")) if codes else "–"


def rows_by_sheet(found: Any) -> pd.DataFrame:
    """One row for each sheet and month: how many rows are new, changed, gone and the same."""
    sums: dict[tuple[str, date], list[int]] = {}
    for each in found.rows:
        here = sums.setdefault((each.dataset, each.month_end), [0, 0, 0, 0])
        for n, count in enumerate((each.new, each.changed, each.gone, each.same)):
            here[n] += count
    rows = [(sheet(name), month_name(month), *counts) for (name, month), counts in sums.items()]
    return pd.DataFrame(rows, columns=["Sheet", "Month", "New", "Changed", "Gone", "The same"])


def rows_by_unit(found: Any, title: Titled) -> pd.DataFrame:
    """One row for each sheet, month and unit, with the month that its rows are compared with."""
    rows = [
        (sheet(each.dataset), title(each.unit) if each.unit else "no unit", month_name(each.month_end),
         month_name(each.compared) if each.compared else "nothing",
         each.new, each.changed, each.gone, each.same)
        for each in found.rows
        if each.new or each.changed or each.gone or each.same
    ]  # fmt: skip
    columns = ["Sheet", "Unit", "Month", "Beside", "New", "Changed", "Gone", "The same"]
    return pd.DataFrame(rows, columns=columns)
