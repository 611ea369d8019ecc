"""What a person may write beside figures: short plain words, a name under them, and nobody named in them."""

from __future__ import annotations

import re
import unicodedata

LONGEST_TEXT = 50
LONGEST_NAME = 60

# A word that mixes five digits or more with letters or strokes, or is six digits long: a crime number, a
# collar number, a reference. A date (31/03/2026, 2026-03-31) or a financial year (2025/26) is none.
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\b20\d{2}/\d{2}\b")
_WORD = re.compile(r"[0-9A-Za-z][0-9A-Za-z/_.-]*")
_ADDRESS = re.compile(r"\S@\S")
_STROKED = re.compile(r"[A-Za-z]{1,4}/?\d+[/-]\d+|\d+/[A-Za-z]{1,4}/\d+|\d{3,}/\d{2,}")

OPENS = "Everyone who opens the page reads it: leave out people and cases, then save it again."


class NotWritten(Exception):
    """The words cannot be kept; the text says why and what to do. Nothing was changed."""


def one_line(text: str) -> str:
    """The text on one line, without odd characters."""
    plain = "".join(
        c if unicodedata.category(c)[0] != "C" else " " for c in unicodedata.normalize("NFC", text)
    )
    return " ".join(plain.split())


def words(text: str, what: str, most: int = LONGEST_TEXT, who: str = OPENS) -> str:
    """The words on one line, without odd characters. `what` names them to the reader: "The note".

    `who`: who will read them, and what to do once they are put right. Raises NotWritten where there are none,
    too many, or some that look like a reference or an address: all of these are named.
    """
    line = one_line(text)
    if not line:
        raise NotWritten(f"{what} is empty. Write a few words, then save it again.")
    if len(line) > most:
        raise NotWritten(f"{what} has {len(line)} characters. Write at most {most}, then save it again.")
    if found := references(line):
        named, read = ", ".join(f"“{word}”" for word in found), "read" if len(found) > 1 else "reads"
        raise NotWritten(f"{what} holds {named}, which {read} like a reference to a case or a person. {who}")
    return line


def looks_like_a_reference(line: str) -> str:
    """The first word that reads like a crime number, a person's reference or an address; "" for none."""
    return next(iter(references(line)), "")


def references(line: str) -> tuple[str, ...]:
    """Every word that reads like a crime number, a person's reference or an address, each once."""
    addresses = [word for word in line.split() if _ADDRESS.search(word)]
    without = " ".join(word for word in line.split() if word not in addresses)
    numbers = [word for word in _WORD.findall(_DATE.sub(" ", without)) if _is_reference(word)]
    return tuple(dict.fromkeys((*addresses, *numbers)))


def _is_reference(word: str) -> bool:
    digits = sum(c.isdigit() for c in word)
    mixed = any(not c.isdigit() and c != "." for c in word)
    return digits >= 6 or (digits >= 5 and mixed) or bool(_STROKED.fullmatch(word))
