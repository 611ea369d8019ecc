"""What words of files are agreed to mean: as answered with a sending, and as the load then remembers it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import contracts
from contracts import live_crimes_asked
from contracts.words import LISTS
from etl.layout.match import heading_key
from etl.loading.decisions import NotADecision
from etl.reports.report import FileReport
from settings.model import Alias, ForceSettings, Settings
from settings.plain import plain
from settings.remembered import COLUMN, LEFT_OUT, key, with_answers
from store.matches import CLOSE, Agreed, tells_of_a_person

_TYPED = re.compile(r"^(?P<list>column:\w+|\w+):(?P<text>.+)=(?P<code>[^=]+)$", re.S)
_NAMED = re.compile(r"^(?P<list>column:\w+|\w+):(?P<text>.+)$", re.S)
HOW = 'Write it as --match "units:Team Falcon=CA1" or --match "column:caseload:Live jobs=open".'


def settings_with(settings: Settings, force: str | None, words: Sequence[Alias]) -> Settings:
    """The settings with what was answered for the files of a force; of the only one where none is named."""
    chosen = force or (settings.forces[0].code if len(settings.forces) == 1 else "")
    return with_answers(settings, chosen, words) if words else settings


def agreed_in(report: FileReport, words: Iterable[Alias]) -> tuple[Agreed, ...]:
    """What a load of the file is to remember: the slips that were told, and the answers it has use for."""
    close = [Agreed(word.as_read(), CLOSE) for word in report.words if word.how == "close"]
    read = {found_by(word.as_read()) for word in report.words}
    read |= {(COLUMN + s.dataset, heading_key(h)) for s in report.sheets for h in _headings_of(s)}
    return (*close, *(Agreed(word) for word in words if found_by(word) in read))


def told(settings: Settings, force: str, agreed: Iterable[Agreed]) -> list[str]:
    """A sentence for each slip that a load reads and remembers."""
    return [
        f"“{each.word.text}” was read as {_shown(settings, force, each.word)}, which is remembered "
        "(python -m etl matches)."
        for each in agreed
        if each.how == CLOSE
    ]


def _shown(settings: Settings, force: str, word: Alias) -> str:
    return (codes_of(settings.force(force), word.list_name) or {}).get(word.code, word.code)


def _headings_of(sheet) -> tuple[str, ...]:
    return (*(heading for heading, *_ in sheet.matched), *sheet.unmatched)


def found_by(word: Alias) -> tuple[str, str]:
    """The list and plain text under which a file holds a word, or a heading, that was answered for."""
    return (word.list_name, heading_key(word.text)) if word.list_name.startswith(COLUMN) else key(word)


def typed(texts: Iterable[str], settings: Settings, force: str | None) -> tuple[Alias, ...]:
    """From what is typed, LIST:TEXT=CODE. Raises NotADecision where the list or the code does not exist."""
    held = settings_of_force(settings, force)
    words = tuple(_typed(text, held) for text in texts)
    clash = clashes(settings, held.code, words)
    if clash:
        raise NotADecision(clash)
    return words


def clashes(settings: Settings, force: str | None, words: Iterable[Alias]) -> str:
    """Why answers cannot stand beside what is remembered, by which rows were read; "" where they can."""
    held = {key(w): w for f in settings.forces if force in (None, f.code) for w in f.remembered}
    other = [w for w in words if key(w) in held and held[key(w)].code != w.code]
    if not other:
        return ""
    word, code = other[0], held[key(other[0])].code
    return (
        f"“{word.text}” is remembered as {code}. To read it otherwise, change that first, on Definitions or "
        f'with python -m etl matches --change "{word.list_name}:{word.text}={word.code}". A name that means '
        "another unit from some day on is given its dates in the settings."
    )


def named(text: str) -> tuple[str, str]:
    """The list and the plain text of LIST:TEXT. Raises NotADecision where it is neither."""
    read = _NAMED.match(text)
    if read is None:
        raise NotADecision(f'“{text}” is not a match. Write it as "units:Team Falcon".')
    return read["list"], plain(read["text"])


def settings_of_force(settings: Settings, force: str | None) -> ForceSettings:
    """The settings of the force named, or of the only one. Raises NotADecision where it is neither."""
    found = [f for f in settings.forces if force in (None, f.code)]
    if len(found) != 1:
        raise NotADecision("Say which force the match is for, with --force.")
    return found[0]


def _typed(text: str, force: ForceSettings) -> Alias:
    read = _TYPED.match(text)
    if read is None:
        raise NotADecision(f"“{text}” is not a match. {HOW}")
    if tells_of_a_person(read["list"], read["text"]):
        raise NotADecision(f"“{read['text']}” may name a person or a case, and is not remembered.")
    offered = codes_of(force, read["list"])
    if offered is None:
        raise NotADecision(f"There is no list {read['list']}. There are: {', '.join(lists_of())}.")
    code = _code(offered, read["code"])
    if code == LEFT_OUT and not may_leave_out(read["list"]):
        raise NotADecision(
            f"Rows are never left out for a word of the list {read['list']}: every one counts."
        )
    if code is None:
        raise NotADecision(f"{read['list']} has no {read['code']}. It has: {', '.join(offered)}.")
    return Alias(list_name=read["list"], code=code, text=" ".join(read["text"].split()))


def _code(offered: dict[str, str], said: str) -> str | None:
    """The code that is meant by a code or by the text that is shown for it."""
    wanted = plain(said)
    if wanted in (LEFT_OUT, LEFT_OUT.replace(" ", "-")):
        return LEFT_OUT
    return next((code for code, shown in offered.items() if wanted in (plain(code), plain(shown))), None)


def may_leave_out(list_name: str) -> bool:
    """Whether a word of the list may be none of ours: its rows are left out, or the column of a heading."""
    columns = (column for dataset in contracts.DATASETS.values() for column in dataset.columns)
    return list_name.startswith(COLUMN) or any(
        column.may_be_others for column in columns if column.allowed_from == list_name
    )


def lists_of() -> tuple[str, ...]:
    """Every list whose words, and every sheet whose headings, may be agreed on."""
    return (
        "units",
        "courses",
        *LISTS,
        *(COLUMN + name for name in (*contracts.DATASETS, live_crimes_asked.LIST)),
    )


def codes_of(force: ForceSettings, list_name: str) -> dict[str, str] | None:
    """Every code of a list with the text that is shown for it, whenever it holds; None for no such list."""
    if list_name == "units":
        return {unit.code: unit.title for unit in force.units}
    if list_name == "courses":
        return {course.code: course.title for course in force.courses}
    name = list_name.removeprefix(COLUMN)
    if list_name == COLUMN + live_crimes_asked.LIST:
        return {column.name: column.title for column in live_crimes_asked.NAMES.values()}
    if list_name.startswith(COLUMN) and name in contracts.DATASETS:
        return {column.name: column.title for column in contracts.dataset(name).columns}
    return {word: word for word in LISTS[list_name]} if list_name in LISTS else None
