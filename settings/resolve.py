"""From a word as a unit writes it to the code it stands for on a date."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from contracts.words import ALIASES, CATCH_ALLS, LISTS
from settings import remembered
from settings.dated import Dated
from settings.model import ForceSettings, Settings
from settings.plain import plain
from settings.spelling import is_worth_proposing, only_misspelt

CLOSE_ENOUGH = 90.0
CLEAR_LEAD = 4.0
SHORTEST_FOR_CLOSE = 6
WORTH_SUGGESTING = 60.0
IN_MOST_NAMES = (
    "team",
    "teams",
    "unit",
    "units",
    "investigation",
    "investigations",
    "investigators",
    "hub",
    "police",
    "department",
    "dept",
    "section",
    "squad",
    "group",
    "desk",
    "office",
    "the",
    "of",
    "and",
)
ALWAYS = Dated()


@dataclass(frozen=True)
class Match:
    """``how``: title (the code or title itself), alias (a set name), remembered (agreed when a file was
    loaded), left out (agreed not to be one of ours; no code), close (a slip of the hand in one name alone),
    dates (a name used outside its dates; to be confirmed), none. ``suggestions`` are titles, nearest first,
    ``near`` their codes; ``tied``: several are as near as one another. What holds all the rest of a list
    ("other", the rest of the force) is read where its own name is misspelt, and is never a suggestion."""

    code: str | None
    how: str
    suggestions: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    tied: bool = False


@dataclass(frozen=True)
class _Called:
    """One way of writing a code, and when it holds."""

    code: str
    title: str
    text: str
    how: str
    dates: Dated = ALWAYS


def resolve(settings: Settings, force: str, list_name: str, text: str, on: date) -> Match:
    """The code that ``text`` stands for on a day. Raises KeyError for an unknown force or list."""
    calls = list(_calls(settings.force(force), list_name))
    said = plain(text)
    exact = [call for call in calls if plain(call.text) == said]
    holding = [call for call in exact if call.dates.holds_on(on)]
    if holding:
        best = min(holding, key=lambda call: call.how != "title")
        return Match(best.code, best.how)
    agreed = remembered.code_of(settings.force(force), list_name, text)
    if agreed == remembered.LEFT_OUT:
        return Match(None, "left out")
    if agreed and _still_there(calls, agreed, on):
        return Match(agreed, "remembered")
    if len({call.code for call in exact}) == 1 and _still_there(calls, exact[0].code, on):
        return Match(exact[0].code, "dates", (exact[0].title,), (exact[0].code,))
    worth = [call for call in calls if call.dates.holds_on(on)]
    if list_name == "units":
        worth = [call for call in worth if _alike(said, plain(call.text))]
    return _nearest(said, worth, _catch_alls(settings.force(force), list_name))


def spellings(settings: Settings, force: str, list_name: str) -> frozenset[str]:
    """Every plain text set or agreed for a force's list, whatever its dates: all else is near at best."""
    held = settings.force(force)
    agreed = (word.text for word in held.remembered if word.list_name == list_name)
    return frozenset(plain(text) for text in (*(call.text for call in _calls(held, list_name)), *agreed))


def choices(settings: Settings, force: str, list_name: str, on: date) -> dict[str, str]:
    """The codes of a list in force on a day, each with the text to offer for it (a unit's local name)."""
    held = settings.force(force)
    if list_name == "units":
        return {unit.code: unit.name_on(on) for unit in held.units if unit.holds_on(on)}
    if list_name == "courses":
        return {course.code: course.title for course in held.courses if course.holds_on(on)}
    return {word: word for word in LISTS[list_name]}


def _calls(force: ForceSettings, list_name: str) -> Iterator[_Called]:
    if list_name == "units":
        return _unit_calls(force)
    if list_name == "courses":
        return _course_calls(force)
    return _word_calls(force, list_name)


def _unit_calls(force: ForceSettings) -> Iterator[_Called]:
    for unit in force.units:
        own = Dated(unit.valid_from, unit.valid_to)
        yield _Called(unit.code, unit.title, unit.code, "title", own)
        yield _Called(unit.code, unit.title, unit.title, "title", own)
        for name in unit.names:
            yield _Called(unit.code, unit.title, name.text, "alias", Dated(name.valid_from, name.valid_to))


def _course_calls(force: ForceSettings) -> Iterator[_Called]:
    for course in force.courses:
        # A completion may be older than the entry's dates: a course is known by name whenever taken.
        yield _Called(course.code, course.title, course.code, "title")
        yield _Called(course.code, course.title, course.title, "title")
        for alias in course.aliases:
            yield _Called(course.code, course.title, alias, "alias")


def _word_calls(force: ForceSettings, list_name: str) -> Iterator[_Called]:
    for word in LISTS[list_name]:
        yield _Called(word, word, word, "title")
        for text in ALIASES.get(list_name, {}).get(word, ()):
            yield _Called(word, word, text, "alias")
    for alias in force.aliases:
        if alias.list_name == list_name:
            yield _Called(alias.code, alias.code, alias.text, "alias")


def _still_there(calls: list[_Called], code: str, on: date) -> bool:
    return any(call.code == code and call.how == "title" and call.dates.holds_on(on) for call in calls)


def _alike(said: str, text: str) -> bool:
    """Whether two names of units are alike in what tells units apart: "team" is in the names of most."""
    one, other = _telling(said), _telling(text)
    return bool(one and other) and fuzz.ratio(one, other) >= WORTH_SUGGESTING


@lru_cache(maxsize=8_192)
def _telling(text: str) -> str:
    """The words of a name without those in most names, however spelt."""
    words = text.split()
    return " ".join(
        w
        for w in words
        if not process.extractOne(w, IN_MOST_NAMES, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    )


def _catch_alls(force: ForceSettings, list_name: str) -> frozenset[str]:
    """The codes of a list that hold all the rest of it."""
    if list_name == "units":
        return frozenset(unit.code for unit in force.units if unit.benchmark)
    return frozenset(() if list_name == "courses" else CATCH_ALLS)


def _nearest(said: str, calls: list[_Called], catch_alls: frozenset[str]) -> Match:
    texts = {position: plain(call.text) for position, call in enumerate(calls)}
    found = process.extract(said, texts, scorer=fuzz.ratio, limit=None, score_cutoff=WORTH_SUGGESTING)
    found = [each for each in found if is_worth_proposing(said, each[0])]
    best: dict[str, tuple[float, str]] = {}
    for text, score, position in found:
        best.setdefault(calls[position].code, (score, text))
    titles = {call.code: call.title for call in reversed(calls)}
    ranked = sorted(best, key=lambda code: -best[code][0])
    clear = bool(ranked) and _is_clear(said, [best[code] for code in ranked])
    near = tuple(ranked[:3]) if clear else without_catch_alls(ranked, catch_alls)[:3]
    suggestions = tuple(dict.fromkeys(titles[code] for code in near))
    if clear:
        return Match(ranked[0], "close", suggestions, near)
    tied = len(ranked) > 1 and best[ranked[0]][0] - best[ranked[1]][0] < CLEAR_LEAD
    return Match(None, "none", suggestions, near, tied)


def without_catch_alls(ranked: Sequence[str], catch_alls: Collection[str]) -> tuple[str, ...]:
    """What may be suggested of words ranked by likeness: nothing where one for all the rest is the likest."""
    if ranked and ranked[0] in catch_alls:
        return ()
    return tuple(word for word in ranked if word not in catch_alls)


def _digits(text: str) -> list[str]:
    return [character for character in text if character.isdigit()]


def _is_clear(said: str, ranked: list[tuple[float, str]]) -> bool:
    """Close by a slip alone, ahead of every other, and no different in a number: team 1 is not team 2."""
    score, text = ranked[0]
    runner_up = ranked[1][0] if len(ranked) > 1 else 0.0
    long_enough = len(said) >= SHORTEST_FOR_CLOSE
    return (
        long_enough
        and score >= CLOSE_ENOUGH
        and score - runner_up >= CLEAR_LEAD
        and _digits(said) == _digits(text)
        and only_misspelt(said, text)
    )
