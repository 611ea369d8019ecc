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
from settings.model import Course, ForceSettings, Settings
from settings.problem import Problems, SettingsProblem
from settings.table import Table
from settings.toml_words import plain_words

KINDS = (
    "units",
    "courses",
    "values",
    "carriers",
    "requirements",
    "ceilings",
    "weights",
    "working_time",
    "allowances",
    "lines",
    "training_targets",
    "similar_forces",
)
REST_ON_COURSES = ("requirements", "training_targets")
HEAD = (
    "name", "synthetic", "ref_width", "person_lists", "investigators_sheet", "keep_uploads_days", "marking",
)  # fmt: skip
LONGEST_MARKING = 60  # it stands in one line at the head and foot of every page


def load(folder: Path) -> Settings:
    """Read every ``*.toml`` of the folder. Raises SettingsProblem with all that cannot be used."""
    files = sorted(Path(folder).glob("*.toml"))
    if not files:
        raise SettingsProblem(folder, 1, "there is no settings file (*.toml) in this folder.")
    problems = Problems()
    by_force: dict[str, list[Table]] = {}
    for file in files:
        with problems.noted():
            table = read_table(file)
            by_force.setdefault(table.text("force"), []).append(table)
    whole = not problems.found
    forces: dict[str, ForceSettings] = {}
    for code in sorted(by_force, key=lambda code: any("same_as" in t.content for t in by_force[code])):
        forces[code] = _one_force(code, by_force[code], forces, problems, whole)
    problems.say()
    return Settings(tuple(forces[code] for code in sorted(forces)))


def read_table(file: Path) -> Table:
    """One file as a table; text that is not TOML is refused with its line."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        return Table(tomllib.loads(text), file, text)
    except tomllib.TOMLDecodeError as problem:
        line = getattr(problem, "lineno", None) or _line_in(str(problem), text)
        reason = f"this cannot be read as TOML: {plain_words(str(problem))}."
        raise SettingsProblem(file, line, reason) from problem
    except UnicodeDecodeError as problem:
        raise SettingsProblem(file, 1, "this file is not text in UTF-8.") from problem


def _line_in(message: str, text: str) -> int:
    """The line of a complaint; one about the end of the text is about its last line."""
    words = message.partition("at line ")[2].split(",")[0]
    return int(words) if words.isdigit() else max(1, len(text.splitlines()))


def _one_force(
    code: str, tables: list[Table], others: dict[str, ForceSettings], problems: Problems, whole: bool
) -> ForceSettings:
    """What the files of a force say, as far as it can be used; not `whole`: some file cannot be read."""
    force = ForceSettings(code=code, name="")
    with problems.noted():
        force = _start_from(code, tables, others)
    readable = []
    for table in tables:
        with problems.noted():
            force = _with_head(force, table)
            readable.append(table)
    with problems.noted():
        if not force.name and whole and len(readable) == len(tables):
            tables[0].refuse("'name' is missing: no file of this force says what it is called.", "force")
    force, broken = _with_lists(force, tables, problems, whole)
    for table in readable:
        with problems.noted():
            table.finish()
    if whole:
        check(force, tables, problems, broken)
    return force


def _with_lists(
    force: ForceSettings, tables: list[Table], problems: Problems, whole: bool
) -> tuple[ForceSettings, set[str]]:
    """The force with the entries of each list, and the lists of which an entry could not be read."""
    broken: set[str] = set()
    for kind in KINDS:
        before = len(problems.found)
        found = [entry for table in tables for entry in _entries(kind, table, force, problems, whole)]
        if len(problems.found) > before:
            broken.add(kind)
        if found:
            changed: dict[str, Any] = {kind: tuple(found)}
            force = replace(force, **changed)
    words: list[Any] = []
    for table in tables:
        with problems.noted():
            words += parts.aliases(table, force)
    return replace(force, aliases=tuple(words) or force.aliases), broken


def _entries(kind: str, table: Table, force: ForceSettings, problems: Problems, whole: bool) -> list[Any]:
    """Each entry that can be used. One of a course that cannot still says that there is such a course."""
    found: list[Any] = []
    with problems.noted():
        for held in table.entry_by_entry(kind):
            if kind in REST_ON_COURSES and not whole:
                continue  # the course may stand in the file that cannot be read
            before = len(problems.found)
            with problems.noted():
                found += getattr(parts, kind)(held, force)
            code = held.tables(kind)[0].content.get("code")
            if kind == "courses" and len(problems.found) > before and isinstance(code, str):
                found.append(Course(code=code, title=code))
    return found


def _start_from(code: str, tables: list[Table], others: dict[str, ForceSettings]) -> ForceSettings:
    for table in tables:
        other = table.text("same_as", required=False)
        if other:
            table.one_of("same_as", tuple(others), "force", other)
            return replace(others[other], code=code, name="")
    return ForceSettings(code=code, name="")


def _no_days(table: Table) -> int | None:
    """An upload may hold names, hidden sheets and free text, which are never kept: it always goes at once."""
    days = table.whole("keep_uploads_days", 0)
    if days:
        table.refuse(
            "'keep_uploads_days' can only be 0: an upload may hold names and hidden sheets, so it is deleted "
            "once it is published. Keep your own copy where your force keeps its records.",
            "keep_uploads_days",
        )
    return days


def _marking(table: Table) -> str:
    marking = table.text("marking", required=False)
    if len(marking) > LONGEST_MARKING or not marking.isprintable():
        table.refuse(
            f"'marking' must be one line of at most {LONGEST_MARKING} characters: it stands on every page of "
            "a document.",
            "marking",
        )
    return marking


def _with_head(force: ForceSettings, table: Table) -> ForceSettings:
    given = {key for key in HEAD if key in table.content}
    read: dict[str, Any] = {
        "name": table.text("name", required=False),
        "synthetic": table.flag("synthetic"),
        "ref_width": table.whole("ref_width", 0),
        "person_lists": table.flag("person_lists"),
        "investigators_sheet": table.flag("investigators_sheet"),
        "keep_uploads_days": _no_days(table),
        "marking": _marking(table),
    }
    return replace(force, **{key: read[key] for key in given})
