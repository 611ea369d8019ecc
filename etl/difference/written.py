"""A difference as text, for the page to read from the worker that made it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from etl.difference import model
from etl.difference.model import Base, Difference, Range, Refusal

DATES = ("month_end", "compared", "was_month", "last_month")


def to_text(difference: Difference) -> str:
    """All of it as JSON; days as 2026-09-30."""
    return json.dumps(asdict(difference), default=date.isoformat)


def from_text(text: str) -> Difference:
    """What `to_text` wrote."""
    held = json.loads(text)
    return Difference(
        base=Base(**held["base"]),
        files=tuple(held["files"]),
        refused=tuple(Refusal(each["file_name"], tuple(each["why"])) for each in held["refused"]),
        said=tuple(held["said"]),
        settings_changed=held["settings_changed"],
        rows=_all(model.RowChange, held["rows"]),
        people=_all(model.PeopleChange, held["people"]),
        persons=_all(model.Person, held["persons"]),
        figures=_all(model.FigureChange, held["figures"]),
        units_gone=_all(model.UnitGone, held["units_gone"]),
        findings=_all(model.FindingChange, held["findings"]),
        to_answer=_all(model.ToAnswer, held.get("to_answer", [])),
    )


def _all(kind: Any, rows: list[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**{name: _value(name, value) for name, value in row.items()}) for row in rows)


def _value(name: str, value: Any) -> Any:
    if name in DATES:
        return date.fromisoformat(value) if value else None
    if isinstance(value, dict):
        return Range(**value)
    return tuple(value) if isinstance(value, list) else value
