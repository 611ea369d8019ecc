"""The police forces of England and Wales: the code and name of each, and how else it is written.

Codes are those of the Office for National Statistics for police force areas; names are as the Home Office
prints them in its workforce tables, with "and" written out (both: Open Government Licence v3.0).
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class PoliceForce:
    """One of the 43 territorial forces. `also` are names that the rules of `key` do not make the same."""

    code: str
    name: str
    also: tuple[str, ...] = ()


FORCES: tuple[PoliceForce, ...] = (
    PoliceForce("E23000001", "Metropolitan Police", ("Met", "MPS")),
    PoliceForce("E23000002", "Cumbria"),
    PoliceForce("E23000003", "Lancashire"),
    PoliceForce("E23000004", "Merseyside"),
    PoliceForce("E23000005", "Greater Manchester", ("GMP",)),
    PoliceForce("E23000006", "Cheshire"),
    PoliceForce("E23000007", "Northumbria"),
    PoliceForce("E23000008", "Durham", ("County Durham",)),
    PoliceForce("E23000009", "North Yorkshire"),
    PoliceForce("E23000010", "West Yorkshire"),
    PoliceForce("E23000011", "South Yorkshire"),
    PoliceForce("E23000012", "Humberside"),
    PoliceForce("E23000013", "Cleveland"),
    PoliceForce("E23000014", "West Midlands"),
    PoliceForce("E23000015", "Staffordshire"),
    PoliceForce("E23000016", "West Mercia"),
    PoliceForce("E23000017", "Warwickshire"),
    PoliceForce("E23000018", "Derbyshire"),
    PoliceForce("E23000019", "Nottinghamshire"),
    PoliceForce("E23000020", "Lincolnshire"),
    PoliceForce("E23000021", "Leicestershire"),
    PoliceForce("E23000022", "Northamptonshire"),
    PoliceForce("E23000023", "Cambridgeshire"),
    PoliceForce("E23000024", "Norfolk"),
    PoliceForce("E23000025", "Suffolk"),
    PoliceForce("E23000026", "Bedfordshire"),
    PoliceForce("E23000027", "Hertfordshire"),
    PoliceForce("E23000028", "Essex"),
    PoliceForce("E23000029", "Thames Valley"),
    PoliceForce("E23000030", "Hampshire", ("Hampshire and Isle of Wight", "Hampshire and the Isle of Wight")),
    PoliceForce("E23000031", "Surrey"),
    PoliceForce("E23000032", "Kent"),
    PoliceForce("E23000033", "Sussex"),
    PoliceForce("E23000034", "London, City of", ("City of London",)),
    PoliceForce("E23000035", "Devon and Cornwall"),
    PoliceForce("E23000036", "Avon and Somerset"),
    PoliceForce("E23000037", "Gloucestershire"),
    PoliceForce("E23000038", "Wiltshire"),
    PoliceForce("E23000039", "Dorset"),
    PoliceForce("W15000001", "North Wales"),
    PoliceForce("W15000002", "Gwent"),
    PoliceForce("W15000003", "South Wales"),
    PoliceForce("W15000004", "Dyfed-Powys"),
)
# What a force calls itself after its name, and what is printed after it to point to a note.
_CALLED = ("police", "constabulary", "police service", "police force")
_NOTE_MARKS = re.compile(r"(?<=[A-Za-z)])\s*[\d,\s]+$")


def key(text: str) -> str:
    """A force's name without what differs between tables: case, note marks, "&", hyphens, "Police"."""
    plain = _NOTE_MARKS.sub("", text.strip()).casefold().replace("&", " and ")
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    name = " ".join(words)
    for called in sorted(_CALLED, key=len, reverse=True):
        name = name.removesuffix(f" {called}")
    return name


@cache
def by_key() -> dict[str, PoliceForce]:
    """Each force by the key of its name and of its other names."""
    return {key(text): force for force in FORCES for text in (force.name, *force.also)}


@cache
def by_code() -> dict[str, PoliceForce]:
    """Each force by its code."""
    return {force.code: force for force in FORCES}
