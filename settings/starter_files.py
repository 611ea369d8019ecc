"""The files with which a force begins its settings: commented, and without a figure that nobody has set."""

import re
from pathlib import Path
from string import Template

import settings
from settings.model import UNIT_TYPES

STARTER = Path(__file__).parent / "starter"
_CODE = re.compile(r"[A-Z][A-Z0-9_-]*")


class CannotBegin(Exception):
    """No starter settings were written; the text says why."""


def write_starter(folder: Path, code: str, name: str) -> list[Path]:
    """Write the starter files of a force into a folder that holds no settings; their paths.

    Raises CannotBegin, with nothing written.
    """
    if any(folder.glob("*.toml")):
        raise CannotBegin(f"There are settings in {folder} already, and they were left as they are.")
    if not _CODE.fullmatch(code) or code in {force.code for force in settings.sample().forces}:
        raise CannotBegin(
            f"'{code}' cannot be the code of a force. Use capital letters and digits, such as DURHAM; "
            "NORTHSHIRE is the invented one."
        )
    if not name.strip() or '"' in name or "\\" in name:
        raise CannotBegin("Give the force's name as it should be shown, without quotation marks in it.")
    types = "\n".join(f"#   {code:8} {title}" for code, title in UNIT_TYPES.items())
    written = []
    for file in sorted(STARTER.glob("*.toml")):
        text = Template(file.read_text("utf-8")).substitute(code=code, name=name.strip(), unit_types=types)
        (folder / file.name).write_text(text, "utf-8", newline="\n")
        written.append(folder / file.name)
    return written
