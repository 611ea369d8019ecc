"""Where in a settings file a value stands, for messages that name the line.

The TOML reader of the standard library gives values without positions, so the text is searched: first the
table, then the key within it, then (in a list over several lines) the value.
"""

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*\[(\[)?\s*(?P<name>[^\[\]]+?)\s*\](\])?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*(?P<key>[A-Za-z0-9_-]+|"[^"]*"|'[^']*')\s*=""")


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.]+", dotted))


def _places(text: str) -> list[tuple[int, Path]]:
    """Each line that opens a table or sets a key, with the full path of what it opens or sets."""
    found: list[tuple[int, Path]] = []
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        key = _KEY.match(line)
        if header:
            table = _names(header["name"])
            if header[1]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            found.append((number, table))
        elif key:
            found.append((number, (*table, key["key"].strip("\"'"))))
    return found


def _shared(path: Path, other: Path) -> int:
    """How many leading steps two paths share, or 0 where ``other`` leads elsewhere."""
    return len(other) if path[: len(other)] == other else 0


def line_of(text: str, path: Path, value: object = None) -> int:
    """The line (from 1) of the entry at ``path``; the nearest table above it where the key is not found.

    ``value`` narrows the search within a list written over several lines.
    """
    places = _places(text)
    best, line = 0, 1
    for number, place in places:
        if _shared(path, place) > best:
            best, line = _shared(path, place), number
    if value is None:
        return line
    end = next((n for n, place in places if n > line and place[:best] != path[:best]), None)
    return _line_with(text, str(value), line, end) or line


def _line_with(text: str, value: str, first: int, end: int | None) -> int | None:
    lines = text.splitlines()
    last = (end or len(lines) + 1) - 1
    return next((n for n in range(first, max(last, first) + 1) if value in lines[n - 1]), None)
