"""Reading one TOML table: each key with its kind, nothing unknown, and the line of whatever is wrong."""

from copy import copy
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from rapidfuzz import process

from settings.lines import Path as KeyPath
from settings.lines import line_of
from settings.problem import SettingsProblem

NAMED_BY = ("code", "name", "metric", "course", "work_type", "work_family")


class Table:
    """A table of a settings file that remembers which keys were read, so that the rest can be refused."""

    def __init__(
        self, content: dict[str, Any], file: Path, text: str, path: KeyPath = (), entry: str = ""
    ) -> None:
        self.content = content
        self.file = file
        self.file_text = text
        self.path = path
        self.entry = entry
        self.known: list[str] = []
        self._only: dict[str, list[Table]] = {}

    def refuse(self, reason: str, key: str | None = None, value: object = None) -> NoReturn:
        """Raise SettingsProblem at the line of the key (or of the table)."""
        path = self.path if key is None else (*self.path, key)
        raise SettingsProblem(self.file, line_of(self.file_text, path, value), reason, self.entry)

    def _get(self, key: str, required: bool) -> Any:
        self.known.append(key)
        if required and key not in self.content:
            self.refuse(f"'{key}' is missing here.")
        return self.content.get(key)

    def text(self, key: str, required: bool = True, why_needed: str = "") -> str:
        """A text; empty where it may be left out and is."""
        value = self._get(key, required and not why_needed)
        if why_needed and not (isinstance(value, str) and value.strip()):
            self.refuse(why_needed, key if key in self.content else None)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.refuse(f"'{key}' must be a text between quotation marks, and not empty.", key)
        return value.strip()

    def number(self, key: str, at_least: float = 0, at_most: float | None = None) -> float:
        """A number that must be given, within limits."""
        value = self._get(key, True)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.refuse(f"'{key}' must be a number.", key)
        if value < at_least or (at_most is not None and value > at_most):
            upper = "" if at_most is None else f" and at most {at_most:g}"
            self.refuse(f"'{key}' is {value:g}; it must be at least {at_least:g}{upper}.", key)
        return float(value)

    def number_if_given(self, key: str, at_least: float = 0) -> float | None:
        """A number of at least so much, or None where it is left out."""
        return None if self._get(key, False) is None else self.number(key, at_least)

    def whole(self, key: str, default: int | None = None, at_least: int = 0) -> int | None:
        """A whole number, or the default where it is left out."""
        value = self._get(key, False)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or value < at_least:
            self.refuse(f"'{key}' must be a whole number of {at_least} or more.", key)
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        value = self._get(key, False)
        if value is not None and not isinstance(value, bool):
            self.refuse(f"'{key}' must be true or false, without quotation marks.", key)
        return default if value is None else value

    def needed_day(self, key: str) -> date:
        """A date that must be given."""
        found = self.day(key)
        return found if found else self.refuse(f"'{key}' is missing here.")

    def day(self, key: str) -> date | None:
        """A date written as 2025-11-01, or None where it is left out."""
        value = self._get(key, False)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(f"'{key}' must be a date such as 2025-11-01, without quotation marks.", key)
        return value

    def dates(self) -> dict[str, date | None]:
        """``valid_from`` and ``valid_to``, in that order in time."""
        first, last = self.day("valid_from"), self.day("valid_to")
        if first and last and last < first:
            self.refuse(
                f"The dates are the wrong way round: valid_to {last} comes before valid_from {first}.",
                "valid_to",
            )
        return {"valid_from": first, "valid_to": last}

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """A list of texts, empty where it may be left out and is."""
        value = self._get(key, required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.refuse(f'\'{key}\' must be a list of texts, such as ["one", "two"].', key)
        return tuple(item.strip() for item in value)

    def tables(self, key: str) -> list["Table"]:
        """A list of tables ([[key]], or { } within [ ]), empty where left out."""
        if key in self._only:
            return self._only[key]
        value = self._get(key, False)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(f"'{key}' must be a list of tables, each under [[{key}]].", key)
        return [
            Table(item, self.file, self.file_text, (*self.path, key, n), self.entry or _called(key, n, item))
            for n, item in enumerate(value)
        ]

    def entry_by_entry(self, key: str) -> list["Table"]:
        """This table once for each entry of a list: what is wrong with one must not hide the next."""
        found = []
        for entry in self.tables(key):
            held = copy(self)
            held._only = {key: [entry]}
            found.append(held)
        return found

    def table(self, key: str) -> "Table":
        """A table under [key], empty where left out."""
        value = self._get(key, False) or {}
        if not isinstance(value, dict):
            self.refuse(f"'{key}' must be a table under [{key}].", key)
        return Table(value, self.file, self.file_text, (*self.path, key), self.entry)

    def one_of(self, key: str, choices: tuple[str, ...], what: str, value: str | None = None) -> str:
        """A text that must be one of the choices; otherwise the nearest one is offered."""
        said = self.text(key) if value is None else value
        if said not in choices:
            self.refuse(f"There is no {what} '{said}'.{did_you_mean(said, choices)}", key, said)
        return said

    def finish(self) -> None:
        """Refuse the first key that nobody has read."""
        for key in self.content:
            if key not in self.known:
                self.refuse(
                    f"'{key}' is not a setting known here.{did_you_mean(key, tuple(self.known))}", key
                )


def _called(key: str, position: int, content: dict[str, Any]) -> str:
    """How an entry is named to whoever corrects it: by its own name, else by its place in the file."""
    names = (content.get(name) for name in NAMED_BY)
    name = next((name for name in names if isinstance(name, str) and name.strip()), None)
    return f"'{name}' in [[{key}]]" if name else f"entry {position + 1} of [[{key}]]"


def did_you_mean(said: str, choices: tuple[str, ...]) -> str:
    """A sentence with the nearest choice, or with all of them where none is near."""
    near = process.extractOne(said, choices, score_cutoff=70)
    if near:
        return f" Did you mean '{near[0]}'?"
    return f" Known here: {', '.join(choices)}." if choices else ""
