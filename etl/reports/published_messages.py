# ruff: noqa: E501 - a sentence stays whole on its line, so that it can be searched for
"""What reading a national table can say, by code: what is wrong, how to put it right, and if a warning.

It is part of the one catalogue (messages.py).
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, ...]] = {
    "open_table_repeated": ("{value} rows say the same force, day and parts as a row above them; all of them are added up.",
                            "Use the file as it was published. Accept only where the publication itself says so.", "warning"),
}  # fmt: skip

SAID: dict[str, str] = {
    "open_table": 'Sheet "{0}" is an open data table: {1:,} rows were added up to {2:,} figures (forces: {3}, days: {4}). It has no totals of its own, so nothing in the file checks these sums. Edition: figures to {5}.',
    "open_table_forces": 'Sheet "{0}" has no rows for {1}.',
    "open_table_month_end": 'Sheet "{0}": its days are counted as the last day of their month, on which the Home Office counts.',
    "open_table_headcount": 'Sheet "{0}": special constables and volunteers are counted by headcount alone; the 0 under FTE was not taken.',
    "open_table_words": 'Sheet "{0}": functions that are written in more than one way are kept as written most often: {1}.',
    "edition_differs": "{0:,} figures of this file stand in another edition as well, and {1:,} differ: {2}. The newest edition is shown; the other stays and can be read beside it.",
    "edition_same": "{0:,} figures of this file stand in another edition as well, and are the same.",
}
