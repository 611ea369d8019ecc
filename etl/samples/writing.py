"""Writes the workbooks of the sample forces, month by month, and their settings."""

import datetime as dt
import re
from pathlib import Path

import settings
from etl.samples import beside
from etl.samples import forces as invented
from etl.samples.books import write_afterthoughts, write_month
from etl.samples.calendar import last_full_month, read_month
from etl.samples.desk import Desk
from etl.samples.force import months as simulate
from etl.samples.stories import Stories

SEED = 20261
CODE = re.compile(r'^(force = )"NORTHSHIRE"', re.M)


def write(
    out: Path | str, months: int = 25, forces: int = 1, end: str | None = None, seed: int = SEED
) -> list[Path]:
    """Write the workbooks of `forces` invented forces for `months` months; give their paths in load order.

    end: the last month, `YYYY-MM`; none: the last full month. One force: `out/YYYY-MM/`; several: a folder
    each, and their settings under `out/settings/`. Raises ValueError for a number that cannot be made.
    """
    last = read_month(end) if end else last_full_month(dt.date.today())
    _can_be(months, forces)
    out = Path(out)
    written = []
    for number in range(forces):
        desk = _desk(number, out, forces, last)
        written += _write_force(desk, invented.force_code(number), months, last, seed)
    if forces > 1:
        settings_for(forces, out / "settings")
    return written


def write_beside(
    out: Path | str, months: int = 25, forces: int = 1, end: str | None = None, seed: int = SEED
) -> list[Path]:
    """Write what comes beside the returns of the same forces and months: recorded demand, and money."""
    last = read_month(end) if end else last_full_month(dt.date.today())
    return [
        path
        for number in range(forces)
        for desk in (_desk(number, Path(out), forces, last),)
        for path in beside.write_beside(desk, invented.force_code(number), seed, months)
    ]


def settings_for(forces: int, folder: Path | str | None = None) -> dict[str, dict[str, str]]:
    """Give the settings files of each force, by code and file name; write them where a folder is given.

    They are the sample settings in the name of each force, one folder of TOML files a force.
    """
    _can_be(1, forces)
    every = {}
    for number in range(forces):
        code = invented.force_code(number)
        every[code] = {
            file.name: _renamed(file.read_text("utf-8"), number)
            for file in sorted(settings.SAMPLE.glob("*.toml"))
        }
        for name, text in every[code].items() if folder else ():
            path = Path(folder) / invented.folder(number) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    return every


def _desk(number: int, out: Path, forces: int, last: int) -> Desk:
    folder = out if forces == 1 else out / invented.folder(number)
    return Desk(invented.force_name(number), Stories(last), folder)


def _write_force(desk: Desk, force: str, months: int, last: int, seed: int) -> list[Path]:
    written, afterthoughts = [], []
    for month in simulate(force, seed, last, months):
        written += write_month(desk, month) + afterthoughts
        afterthoughts = write_afterthoughts(desk, month)
    return written


def _can_be(months: int, wanted: int) -> None:
    if not 1 <= months <= 240:
        raise ValueError(f"from 1 to 240 months can be made, not {months}")
    if not 1 <= wanted <= invented.MOST:
        raise ValueError(f"from 1 to {invented.MOST} forces can be made, not {wanted}")


def _renamed(text: str, number: int) -> str:
    text = CODE.sub(rf'\1"{invented.force_code(number)}"', text)
    return text.replace("Northshire", invented.NAMES[number])
