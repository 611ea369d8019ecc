"""The name of a file as it may be shown and kept: what was sent is whatever a stranger called it."""

from __future__ import annotations

import re

LONGEST = 120
NO_NAME = "file without a name"


def shown_name(sent: str) -> str:
    """The last part of the name, on one line, without characters that are not seen, and not endless."""
    last = re.split(r"[/\\]", sent)[-1]
    name = " ".join("".join(c if c.isprintable() else " " for c in last).split()).strip(". ")
    if len(name) > LONGEST:
        name = f"{name[: LONGEST - 12]}…{name[-11:]}"
    return name or NO_NAME
