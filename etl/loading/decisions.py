"""What a person decided about files: warnings accepted, faulty rows held back, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from etl.reports.catalogue import CODES
from etl.reports.report import Breach, FileReport
from settings.model import Alias

_NAMES_A_CODE = re.compile(r"^(?P<code>[a-z_]+(?:\.[a-z0-9_]+)?)(?:@(?P<sheet>[^=]+))?=(?P<reason>.*)$", re.S)


class NotADecision(Exception):
    """What was typed cannot be read as a decision; the text says why and what to type."""


@dataclass(frozen=True)
class Accepts:
    """Why warnings are accepted: those of one code, sheet and file where these are said, else every one."""

    reason: str
    code: str = ""
    sheet: str = ""
    file: str = ""

    def speaks_of(self, file: str, warning: Breach) -> bool:
        """Whether this is about a warning of a file."""
        asked = ((self.code, warning.code), (self.sheet, warning.sheet), (self.file, file))
        return bool(self.reason.strip()) and all(mine in ("", its) for mine, its in asked)

    @property
    def narrow(self) -> int:
        """How much it says of what it is about: the narrowest decision about a warning counts."""
        return 4 * bool(self.code) + 2 * bool(self.sheet) + bool(self.file)


@dataclass(frozen=True)
class Holds:
    """Why the faulty rows of a file (of every file where none is named) are held back and the rest loaded."""

    reason: str
    file: str = ""


@dataclass(frozen=True)
class Decisions:
    """Everything that was decided with one sending. `words`: what words and headings of its files mean."""

    accepts: tuple[Accepts, ...] = ()
    holds: tuple[Holds, ...] = ()
    words: tuple[Alias, ...] = ()

    def why_accepted(self, file: str, warning: Breach) -> str:
        """The reason for which a warning is accepted; "" where nobody accepted it."""
        said = [each for each in self.accepts if each.speaks_of(file, warning)]
        return max(said, key=lambda each: each.narrow).reason.strip() if said else ""

    def why_held(self, file: str) -> str:
        """The reason for which the faulty rows of a file are held back; "" where they are not to be."""
        said = [each for each in self.holds if each.file in ("", file) and each.reason.strip()]
        return max(said, key=lambda each: bool(each.file)).reason.strip() if said else ""

    def not_accepted(self, report: FileReport) -> list[Breach]:
        """The warnings of a file that nobody gave a reason for."""
        return [each for each in report.warnings if not self.why_accepted(report.file_name, each)]

    def plain(self) -> dict[str, list[dict[str, str]]]:
        """As plain lists, to be written down for the worker; `from_plain` reads them."""
        said = {"accepts": self.accepts, "holds": self.holds, "words": self.words}
        return {name: [asdict(each) for each in all_of] for name, all_of in said.items()}


NONE = Decisions()


def from_plain(plain: Mapping[str, Sequence[Mapping[str, Any]]] | None) -> Decisions:
    """Decisions from plain lists: {"accepts": [{reason, code, sheet, file}], "holds": [{reason, file}],
    "words": [{list_name, text, code}]}."""
    held = plain or {}
    return Decisions(
        tuple(Accepts(**each) for each in held.get("accepts", ())),
        tuple(Holds(**each) for each in held.get("holds", ())),
        tuple(Alias(**each) for each in held.get("words", ())),
    )


def all_accepted(reason: str) -> Decisions:
    """Every warning accepted for one reason."""
    return Decisions((Accepts(reason),))


def typed(accepts: Iterable[str], hold: str | None = None) -> Decisions:
    """From what is typed: REASON for all warnings, CODE=REASON for one code, CODE@SHEET=REASON for one sheet.

    Raises NotADecision where a code does not exist, or no reason is given.
    """
    return Decisions(
        tuple(_accepts(text) for text in accepts),
        (Holds(_reason(hold, "--hold")),) if hold is not None else (),
    )


def _accepts(text: str) -> Accepts:
    named = _NAMES_A_CODE.match(text)
    if named is None:
        return Accepts(_reason(text, "--accept"))
    if named["code"] not in CODES:
        raise NotADecision(
            f"There is no code {named['code']}. A check prints the code of each warning in brackets; "
            'accept it with --accept CODE="the reason".'
        )
    return Accepts(_reason(named["reason"], "--accept"), named["code"], named["sheet"] or "")


def _reason(text: str, option: str) -> str:
    if not text.strip():
        raise NotADecision(f'{option} needs a reason, such as {option} "Checked with HR".')
    return text.strip()
