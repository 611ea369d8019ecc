"""A live list of crimes is counted here, in the child process that reads the file: only counts leave it.

Standard library and contracts alone: nothing here may ask for a library, a setting or the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

DEEPEST = 60
# A file without such a heading, and without headings and cells such as those below, is not looked at more
# closely: that takes time.
REFERENCE = re.compile(
    r"\b(?:crime|occurrence|niche|athena|connect|investigation|case|incident)\W+(?:ref|number|no\b|id\b)|"
    r"\b(?:crn|urn)\b",
    re.I,
)


# Where the headings are a force's own: one that a list of cases has, and a cell that may be its reference.
OF_CASES = re.compile(
    r"offen[cs]e|crime|allegation|investigation|work type|status|state\b|risk|charge|cps|"
    r"\b(?:recorded|reported|received|created|opened|closed|finalised|filed)\b",
    re.I,
)
A_REFERENCE = re.compile(r"(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$)(?=.*\d)[^\W_]*[/_-]?[^\W_]+(?:[/_-][^\W_]+)*")


def counted(answer: dict[str, Any], agreed: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The answer of a reader, with counts in the place of each live list of crimes.

    `agreed`: what the force's own headings mean, by their keys; "" for one that is not needed.
    """
    if not any(_may_be_list(sheet, agreed or {}) for sheet in answer["sheets"]):
        return answer
    from etl.shapes.live_crimes.answer import with_lists_counted

    return with_lists_counted(answer, agreed or {})


def _may_be_list(sheet: dict[str, Any], agreed: Mapping[str, str]) -> bool:
    top = list(_top(sheet))
    texts = [cell for cell in top if isinstance(cell, str)]
    if any(REFERENCE.search(text.replace("_", " ")) for text in texts):
        return True
    if agreed and any(column == "reference" for column in agreed.values()):
        return True
    return any(map(OF_CASES.search, texts)) and any(map(_is_shaped, top))


def _is_shaped(cell: Any) -> bool:
    """Whether a cell may be a reference: letters or signs and digits together, or many digits."""
    if isinstance(cell, (int, float)):
        return cell >= 100_000
    return (
        isinstance(cell, str) and 5 <= len(cell) <= 30 and bool(A_REFERENCE.fullmatch(cell.replace(" ", "")))
    )


def _top(sheet: dict[str, Any]) -> Iterator[Any]:
    """The cells of the first rows of a sheet."""
    if "rows" in sheet:
        return (cell for _, held in sheet["rows"][:DEEPEST] for cell in held)
    return (values[place] for values, places in sheet["columns"] for place in places[:DEEPEST])
