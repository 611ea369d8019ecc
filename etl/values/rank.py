"""Police ranks as sheets write them: T/DS, A/Insp, TDC, DC (T), Temp Detective Sergeant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

CONSTABLES = ("PC", "DC")
_DETECTIVE = re.compile(r"^(?:detective|det|d)[\s/.\-]*(?=[a-z])")
_RANKS = {
    "C": ("c", "con", "const", "constable", "pc", "police constable"),
    "S": ("s", "sgt", "sergeant", "ps", "serg", "police sergeant"),
    "I": ("i", "insp", "inspector", "inspr"),
    "CI": ("ci", "ch insp", "chief inspector", "ch/insp", "c/insp", "chinsp", "c insp", "chief insp"),
    "Supt": ("supt", "superintendent"),
    "CS": ("cs", "ch supt", "chief superintendent", "ch/supt", "c/supt", "chsupt", "c supt", "chief supt"),
}
_BY_NAME = {name: rank for rank, names in _RANKS.items() for name in names}
_UNIFORM = {"C": "PC", "S": "PS", "I": "Insp", "CI": "CI", "Supt": "Supt", "CS": "Ch Supt"}
_PLAIN_D = {"C": "DC", "S": "DS", "I": "DI", "CI": "DCI", "Supt": "D/Supt", "CS": "DCS"}
_HELD = {
    "a": "acting",
    "act": "acting",
    "acting": "acting",
    "a/": "acting",
    "t": "temporary",
    "temp": "temporary",
    "temporary": "temporary",
    "tempy": "temporary",
    "trainee": "trainee",
    "student": "trainee",
    "probationer": "trainee",
}
_BEFORE = re.compile(
    r"^\(?(acting|act|a|temporary|tempy|temp|t|trainee|student|probationer)\)?(?:[\s/.\-]+|(?<=\)))"
)
_AFTER = re.compile(r"[\s\-]*\(\s*(acting|act|a|temporary|tempy|temp|t|trainee|student|probationer)\.?\s*\)$")
_JOINED = re.compile(r"^([ta])(?=d(?:c|s|i|ci|sgt|insp)$|ps$|sgt$|insp$)")  # TDC, ADS, TPS
# One letter may be part of something else, so it is a rank only behind "A/" or "T/" or "D".
_NEEDS_MORE = ("c", "s", "i")


@dataclass(frozen=True)
class Rank:
    """A rank, and how it is held: "" for good, or acting, temporary, trainee."""

    rank: str
    held: str = ""


@lru_cache(maxsize=1_000)  # a sheet of people holds a few ranks many times
def read_rank(text: str) -> Rank | None:
    """The rank that a text names and nothing else, or None.

    T before a constable's rank is a trainee: there is no rank below to be raised from.
    """
    said = " ".join(text.casefold().split()).rstrip(".")
    held = ""
    for pattern in (_AFTER, _BEFORE, _JOINED):
        if match := pattern.search(said):
            held = _HELD[match.group(1)]
            said = (said[: match.start()] + said[match.end() :]).strip()
            break
    rank = _named(said)
    if rank is None:
        return None
    return Rank(rank, "trainee" if held == "temporary" and rank in CONSTABLES else held)


def _named(said: str) -> str | None:
    rest = _DETECTIVE.sub("", said)
    if rest != said and rest in _BY_NAME and rest not in ("pc", "ps", "police constable", "police sergeant"):
        return _PLAIN_D[_BY_NAME[rest]]
    return _UNIFORM[_BY_NAME[said]] if said in _BY_NAME and said not in _NEEDS_MORE else None


_ROLES = {
    "PC": "investigator",
    "DC": "investigator",
    "PS": "supervisor",
    "DS": "supervisor",
    "Insp": "manager",
    "DI": "manager",
    "CI": "manager",
    "DCI": "manager",
}


def word_of_rank(list_name: str, text: str) -> str | None:
    """The word of a list that a rank stands for: what a post does, whether it is acting, or the stage.

    A rank alone is no answer to "acting or temporary": some sheets write there the rank that is acted in.
    """
    rank = read_rank(text) if list_name in ("roles", "acting", "stages") else None
    if rank is None:
        return None
    if list_name == "roles":
        return _ROLES.get(rank.rank)
    if list_name == "acting":
        return rank.held if rank.held in ("acting", "temporary") else None
    return "trainee" if rank.held == "trainee" else None
