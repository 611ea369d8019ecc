"""What a hostile or odd file must be answered with, and the list of all such files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Row = tuple[object, ...]
Make = Callable[[], bytes]
USUAL = "return.xlsx"
# As tests/etl/intake/workbooks.DOMESTIC, without its month: what most of these files hold beside the harm.
DOMESTIC: Row = ("Domestic abuse investigation", "domestic abuse", 120, 14, 41, 38)
CHILD: Row = ("Child abuse investigation", "child abuse", 64, 3, 12, 10)


@dataclass(frozen=True)
class HostileFile:
    """One file: how it is made, under which name it comes, and the answer it must be given.

    `codes` are those of everything to put right, none where it is accepted; `rows` what it then loads.
    `says` stands in what is told of it; `never` nowhere. A `costly` one is made in the long run only.
    """

    name: str
    kind: str
    make: Make
    codes: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    says: str = ""
    never: str = ""
    file_name: str = USUAL
    costly: bool = False


FILES: list[HostileFile] = []


def refused(
    *codes: str, says: str = "", never: str = "", file_name: str = USUAL, costly: bool = False
) -> Callable[[Make], Make]:
    """The file that this function makes is refused with these codes and no others."""

    def keep(make: Make) -> Make:
        FILES.append(_of(make, codes, (), says, never, file_name, costly))
        return make

    return keep


def accepted(
    *rows: Row, says: str = "", never: str = "", file_name: str = USUAL, costly: bool = False
) -> Callable[[Make], Make]:
    """The file that this function makes loads these rows, each as unit, work type and four counts."""

    def keep(make: Make) -> Make:
        FILES.append(_of(make, (), rows or (DOMESTIC,), says, never, file_name, costly))
        return make

    return keep


def _of(
    make: Make,
    codes: tuple[str, ...],
    rows: tuple[Row, ...],
    says: str,
    never: str,
    file_name: str,
    costly: bool,
) -> HostileFile:
    kind = make.__module__.rpartition(".")[2]
    return HostileFile(make.__name__, kind, make, codes, rows, says, never, file_name, costly)
