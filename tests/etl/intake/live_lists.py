"""Live lists of crimes as tests draw them, and what they come to, reckoned a second time from the cases."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from etl.readers.cells import encode
from etl.shapes.live_crimes import counted

MONTH_END = date(2026, 9, 30)
FIRST = date(2026, 9, 1)
DA, CA = "Domestic abuse investigation", "Child abuse investigation"
HEADS = ["Crime ref", "Victim name", "Team", "Offence", "Date recorded", "OIC", "DASH risk", "Status",
         "Review due", "Date closed", "Awaiting CPS", "Summary"]  # fmt: skip
TITLE = ["Live crimes as at 30/09/2026"]
SECRET = "Quetzalcoatl"


@dataclass(frozen=True)
class Drawn:
    """One case as a test knows it."""

    number: int
    unit: str = DA
    kind: str = "domestic abuse"
    recorded: date | None = date(2026, 9, 3)
    officer: str | None = "1234"
    high: bool = False
    due: date | None = None
    closed: date | None = None
    cps: bool = False

    def row(self) -> list[Any]:
        """The case as a row of the list, with everything that must not go further."""
        officer = f"DC {self.officer} {SECRET.upper()}" if self.officer else None
        return [f"{SECRET}/{self.number}/26", f"{SECRET} Jane", self.unit, self.kind, self.recorded, officer,
                "High" if self.high else "Standard", "Closed" if self.closed else "Open", self.due,
                self.closed, "Yes" if self.cps else None, f"{SECRET} was seen by a neighbour"]  # fmt: skip


def rows_of(cases: list[Drawn], *, heads: list[str] | None = None) -> list[list[Any]]:
    """A sheet: title, blank row, headings, cases."""
    return [TITLE, [], heads or HEADS, *(case.row() for case in cases)]


def in_child(rows: list[list[Any]], name: str = "Crimes", **about: Any) -> dict[str, Any]:
    """What leaves the child for a sheet with these rows."""
    numbered = [[n, [encode(cell) for cell in row]] for n, row in enumerate(rows, start=1) if row]
    sheet = {"name": name, "rows": numbered, "merged": []} | about
    return counted({"sheets": [sheet], "passed_over": []})


def counts(sheet: dict[str, Any]) -> dict[tuple[str, ...], dict[str, Any]]:
    """The counts of a sheet by what they are about."""
    names, about = sheet["counted"]["columns"], 4 if sheet["counted"]["dataset"] == "investigators" else 3
    return {tuple(cells[1:about]): dict(zip(names[about:], cells[about:], strict=True))
            for _, cells in sheet["rows"][1:]}  # fmt: skip


def reckoned(cases: list[Drawn]) -> dict[tuple[str, ...], dict[str, Any]]:
    """The caseload of these cases, by the plainest way there is."""
    live = [c for c in cases if not (c.recorded and c.recorded > MONTH_END)]
    there = [c for c in live if c.closed is None or c.closed >= FIRST]
    tells = {c.unit for c in there if c.closed and c.closed <= MONTH_END}
    found: dict[tuple[str, ...], list[Drawn]] = defaultdict(list)
    for case in there:
        found[case.unit, case.kind].append(case)
    return {key: _counts(held, key[0] in tells) for key, held in found.items()}


def _counts(held: list[Drawn], tells: bool) -> dict[str, Any]:
    still = [c for c in held if c.closed is None or c.closed > MONTH_END]
    tray = [c for c in still if c.officer is None]

    def older(days: int) -> int | None:
        if any(c.recorded is None for c in still):
            return None
        return len([c for c in still if c.recorded and c.recorded + timedelta(days=days) < MONTH_END])

    waits = [(MONTH_END - c.recorded).days for c in tray if c.recorded]
    undated = any(c.recorded is None for c in held)
    new = len([c for c in held if c.recorded and c.recorded >= FIRST])
    return {
        "open": len(still),
        "unallocated": len(tray),
        "new": "not stated" if undated or not tells else new,
        "closed": len(held) - len(still) if tells else "not stated",
        "oldest_unallocated_days": max(waits) if waits and len(waits) == len(tray) else None,
        "over_90_days": older(90),
        "over_180_days": older(180),
        "over_365_days": older(365),
        "high_risk": len([c for c in still if c.high]),
        "high_risk_unallocated": len([c for c in tray if c.high]),
        "overdue": len([c for c in still if c.due and c.due < MONTH_END]),
        "awaiting_cps": len([c for c in still if c.cps]),
    }
