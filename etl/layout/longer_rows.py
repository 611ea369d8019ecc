"""Rows of a text with more cells than its headings: a comma inside a number or a text cut one cell in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def longer_rows(filled: Sequence[int], widths: Sequence[int], last: int, height: int) -> list[int]:
    """The positions of rows below the headings with a cell further right than the headings were written.

    By position: how far each row is `filled`, and with how many cells it was written (`widths`, none where
    all rows have as many). The headings are `height` rows that end at position `last`. Cells that are blank
    count where most rows were written without them: something moved them there.
    """
    if not widths:
        return []
    room = max(widths[max(last - height + 1, 0) : last + 1])
    usual = Counter(widths[last + 1 :]).most_common(1)
    reach = widths if usual and usual[0][0] <= room else filled
    return [position for position in range(last + 1, len(widths)) if reach[position] > room]
