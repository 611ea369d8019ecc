"""`python -m etl doctor`: whether the store is whole, and how to mend what is not."""

from __future__ import annotations

import os
import shlex
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.doctoring.examine import Examined

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2


def arguments(made: ArgumentParser) -> None:
    """What the doctor command takes."""
    made.add_argument("--quick", action="store_true", help="do not make the figures again to compare them")


def doctor(asked: Namespace) -> int:
    """Print what is wrong in the store and how to mend it: 1 where something is, 2 where there is none."""
    from etl.doctoring.examine import examine
    from store.place import named

    store = named()
    if not store.path.is_dir() or not any(store.path.iterdir()):
        print(f"There is no store at {store.path}. Name it: python -m etl --store DIR doctor")
        return COULD_NOT_RUN
    seen = examine(store, asked.quick)
    for each in sorted(seen.findings, key=lambda found: not found.wrong):
        print(f"[{each.code}] {each.where}: {each.says}")
        print(f"  {'To mend' if each.wrong else 'So'}: {_for_this_store(each.mend, store.path)}")
    print(_sum(seen))
    return REFUSED if seen.wrong else DONE


def _for_this_store(mend: str, place: Path) -> str:
    """The way to mend with the store named, where it is not the one that a command takes by itself."""
    if not os.environ.get("PPU_STORE"):
        return mend
    return mend.replace("python -m etl ", f"python -m etl --store {shlex.quote(str(place))} ")


def _sum(seen: Examined) -> str:
    looked = ", ".join(
        f"{n:,} {what}{'' if n == 1 else 's'}"
        for n, what in ((seen.loads, "load"), (seen.files, "file"), (seen.audit_lines, "audit line"))
    )
    if seen.compared and not seen.wrong:
        looked += "; the figures were made again and are the same"
    wrong = len(seen.wrong)
    said = (
        "Nothing is wrong" if not wrong else "1 thing is wrong" if wrong == 1 else f"{wrong} things are wrong"
    )
    return f"{said}. Looked at: {looked}."
