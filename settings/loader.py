"""Reading a folder of settings files, refusing what cannot be used with file, line and reason.

Each file begins with ``force = "CODE"``; files of one force are read together, whatever their names, and a
list (such as ``[[units]]``) may be spread over several of them. ``same_as = "OTHER"`` takes over what
another force has set, apart from its code and name.
"""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from settings import parts
from settings.check import check
from settings.model import ForceSettings, Settings
from settings.problem import SettingsProblem
from settings.table import Table

HEAD = ("name", "synthetic", "ref_width", "person_lists", "investigators_sheet", "keep_uploads_days")


def load(folder: Path) -> Settings:
    """Read every ``*.toml`` of the folder. Raises SettingsProblem for the first thing that cannot be used."""
    files = sorted(Path(folder).glob("*.toml"))
    if not files:
        raise SettingsProblem(folder, 1, "there is no settings file (*.toml) in this folder.")
    by_force: dict[str, list[Table]] = {}
    for file in files:
        table = read_table(file)
        by_force.setdefault(table.text("force"), []).append(table)
    forces: dict[str, ForceSettings] = {}
    for code in sorted(by_force, key=lambda code: any("same_as" in t.content for t in by_force[code])):
        forces[code] = _one_force(code, by_force[code], forces)
    return Settings(tuple(forces[code] for code in sorted(forces)))


def read_table(file: Path) -> Table:
    """One file as a table; text that is not TOML is refused with its line."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        return Table(tomllib.loads(text), file, text)
    except tomllib.TOMLDecodeError as problem:
        line = getattr(problem, "lineno", None) or _line_in(str(problem))
        raise SettingsProblem(file, line, f"this cannot be read as TOML: {problem}") from problem
    except UnicodeDecodeError as problem:
        raise SettingsProblem(file, 1, "this file is not text in UTF-8.") from problem


def _line_in(message: str) -> int:
    words = message.partition("at line ")[2].split(",")[0]
    return int(words) if words.isdigit() else 1


def _one_force(code: str, tables: list[Table], others: dict[str, ForceSettings]) -> ForceSettings:
    force = _start_from(code, tables, others)
    for table in tables:
        force = _with_head(force, table)
    if not force.name:
        tables[0].refuse("'name' is missing: no file of this force says what it is called.", "force")
    for kind in (
        "units",
        "courses",
        "values",
        "carriers",
        "requirements",
        "ceilings",
        "weights",
        "working_time",
        "lines",
        "training_targets",
    ):
        read = getattr(parts, kind)
        found = [entry for table in tables for entry in read(table, force)]
        if found:
            changed: dict[str, Any] = {kind: tuple(found)}
            force = replace(force, **changed)
    words = [alias for table in tables for alias in parts.aliases(table, force)]
    force = replace(force, aliases=tuple(words) or force.aliases)
    for table in tables:
        table.finish()
    check(force, tables)
    return force


def _start_from(code: str, tables: list[Table], others: dict[str, ForceSettings]) -> ForceSettings:
    for table in tables:
        other = table.text("same_as", required=False)
        if other:
            table.one_of("same_as", tuple(others), "force", other)
            return replace(others[other], code=code, name="")
    return ForceSettings(code=code, name="")


def _with_head(force: ForceSettings, table: Table) -> ForceSettings:
    given = {key for key in HEAD if key in table.content}
    read: dict[str, Any] = {
        "name": table.text("name", required=False),
        "synthetic": table.flag("synthetic"),
        "ref_width": table.whole("ref_width", 0),
        "person_lists": table.flag("person_lists"),
        "investigators_sheet": table.flag("investigators_sheet"),
        "keep_uploads_days": table.whole("keep_uploads_days", 0),
    }
    return replace(force, **{key: read[key] for key in given})
