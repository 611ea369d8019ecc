"""A person's number out of an officer cell. The name beside it is dropped here and goes no further."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from etl.layout.grid import as_text, is_date
from etl.values.rank import read_rank
from etl.values.read_date import read_date

_PLAIN = re.compile("[A-Z]{0,3}[0-9]+")
# Four letters in a row beside a digit ("SMITH2") may be a name, so they are not taken for a number.
_NUMBER = re.compile(r"^(?=.*\d)(?!.*[A-Z]{4})[A-Z0-9][A-Z0-9/\-]*$", re.I)
_AS_DECIMAL = re.compile(r"^(\d+)\.0+$")  # how other programs write a column of numbers with a gap in it
_BESIDE = re.compile(
    r"^(?:A|T|TEMP|TEMPORARY|ACTING|ACT|TRAINEE|STUDENT|D|DET|DETECTIVE|POLICE|CH|CHIEF|PSI|PCSO|STAFF|MR|MRS|MS|"
    r"MISS|DR|NO|REF)\.?$",
    re.I,
)
_RANK_BEFORE = re.compile(r"^(.+)[/\-]([A-Z0-9]+)$", re.I)


@dataclass(frozen=True)
class Ref:
    """The number kept, and whether a name was dropped beside it; or the message code that says why not."""

    number: str | None
    name_dropped: bool = False
    fault: str = ""


def is_plain_ref(cell: Any) -> bool:
    """Whether a cell is a number as `read_ref` gives it back: digits behind up to three capital letters."""
    return cell.__class__ is str and _PLAIN.fullmatch(cell) is not None


def read_ref(cell: Any) -> Ref:
    """The person's number in a cell such as 4417, "C4417" or "DC 1234 SMITH"."""
    text = _AS_DECIMAL.sub(r"\1", as_text(cell))
    if is_date(cell) or (not text.isdigit() and read_date(text)):
        return Ref(None, fault="cell_date_for_number")
    if _NUMBER.match(text):
        return Ref(_without_rank(text))
    words = [w for w in re.split(r"[\s,;:()\[\]]+", text) if w]
    numbers = [w for w in words if _NUMBER.match(w) and not _is_rank(w)]
    if not numbers or "@" in text:
        return Ref(None, fault="cell_name")
    if len(numbers) > 1:
        return Ref(None, fault="cell_several_numbers")
    others = [w for w in words if w not in numbers and not _is_rank(w)]
    return Ref(_without_rank(numbers[0]), name_dropped=any(any(c.isalpha() for c in w) for w in others))


def _is_rank(word: str) -> bool:
    """Whether a word beside a number is a rank, a part of one, or a way of address: no name."""
    return bool(_BESIDE.match(word)) or read_rank(word) is not None


def _without_rank(number: str) -> str:
    """PC/1234 is 1234: a rank changes, and its bearer is one person."""
    parts = _RANK_BEFORE.match(number)
    held = parts and _is_rank(parts[1]) and _NUMBER.match(parts[2])
    return (parts[2] if parts and held else number).upper()
