"""A live list of crimes is counted here, in the child process that reads the file: only counts leave it.

Standard library and contracts alone: nothing here may ask for a library, a setting or the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

DEEPEST = 60
# No list is without such a heading; a file without one is not looked at more closely.
REFERENCE = re.compile(
    r"\b(?:crime|occurrence|niche|athena|connect|investigation|case|incident)\W+(?:ref|number|no\b|id\b)|"
    r"\b(?:crn|urn)\b",
    re.I,
)


def counted(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer of a reader, with counts in the place of each live list of crimes."""
    if not any(
        REFERENCE.search(text.replace("_", " ")) for sheet in answer["sheets"] for text in _top(sheet)
    ):
        return answer
    from etl.shapes.live_crimes.answer import with_lists_counted

    return with_lists_counted(answer)


def _top(sheet: dict[str, Any]) -> Iterator[str]:
    """The texts of the first rows of a sheet."""
    if "rows" in sheet:
        cells = (cell for _, held in sheet["rows"][:DEEPEST] for cell in held)
    else:
        cells = (values[place] for values, places in sheet["columns"] for place in places[:DEEPEST])
    return (cell for cell in cells if isinstance(cell, str))
