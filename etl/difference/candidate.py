"""A candidate: what would be published if files were accepted, built apart with the code that publishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from etl.checking.check_file import checked
from etl.checking.same_return import CODE as SAME_RETURN
from etl.difference.model import ToAnswer
from etl.loading.decisions import Accepts, Decisions
from etl.loading.load import Accepted as Kept
from etl.loading.load import Refused, accepted
from etl.loading.replaced import replaced
from etl.loading.samples_apart import cannot_mix
from etl.publishing import plan as planning
from etl.publishing.build import build_file
from etl.publishing.plan import Change, Plan
from etl.publishing.publish import Tell, enough_room, settings_of, why_not
from etl.words.agreed import settings_with
from settings.model import Settings
from store import candidates, coverage
from store.control import reading
from store.coverage import Claim
from store.place import Store, StoreProblem
from store.publications import Publication, current
from store.troubles import says

TRIES = 3
NOBODY = "nobody yet"
# A warning does not change a figure: until a person has answered for it, it counts as accepted.
UNTIL_ANSWERED = Accepts("not answered for yet")


@dataclass(frozen=True)
class Candidate:
    """What would be published on top of `base`; without a plan nothing. Its file goes with the block."""

    settings: Settings
    base: Publication | None
    refused: tuple[Refused, ...]
    said: tuple[str, ...]
    plan: Plan | None = None
    file: Path = Path()
    was_holding: frozenset[Claim] = frozenset()
    to_answer: tuple[ToAnswer, ...] = ()


@contextmanager
def candidate(
    store: Store,
    files: Sequence[tuple[str, bytes]],
    decisions: Decisions,
    force: str | None,
    tell: Tell,
    unit: str | None,
) -> Iterator[Candidate]:
    """Check the files and build what publishing them would give. Nothing of it stays when the block ends.

    The store's lock is not held: loads go on meanwhile, and where one is published the candidate is built
    anew on top of it. Raises StoreProblem and SettingsProblem.
    """
    settings = settings_of(store)
    tell("checking", 0.1, "Checking the files.")
    foreign = cannot_mix(store, settings, force)
    if foreign:
        refused = tuple(Refused(name, (foreign,)) for name, _ in files)
        yield Candidate(settings, current(store), refused, ())
        return
    read = checked(
        settings_with(settings, force, decisions.words), files, force, unit=unit, words=decisions.words
    )
    all_accepted = replace(decisions, accepts=(UNTIL_ANSWERED,))
    for _ in range(TRIES):
        with candidates.room(store) as apart:
            made = _built(apart, settings, read, all_accepted, tell)
            if made is not None:
                yield made
                return
    raise StoreProblem(says("store_moved"))


def _built(
    apart: Store, settings: Settings, read: list, decisions: Decisions, tell: Tell
) -> Candidate | None:
    """None where a load was published meanwhile: the numbers of new loads would be taken."""
    base = current(apart)
    try:
        kept = accepted(apart, settings, read, NOBODY, decisions, tell)
        if not kept.new:
            return Candidate(settings, base, kept.refused, kept.said, to_answer=_to_answer(kept))
        with reading(apart) as con:
            con.execute("BEGIN")  # one look at the store, whoever writes to it meanwhile
            plan = planning.make(con, Change(kept.new))
            was_holding = coverage.active(coverage.standing(con))
        if plan.base != base:
            return None
        enough_room(apart, base)
        tell("building", 0.6, "Working out the figures.")
        name, _ = build_file(apart, plan, kept.settings)
    except (OSError, duckdb.Error) as reason:
        raise StoreProblem(why_not(apart, reason)) from reason
    told = (*_both_sent(kept), *(sentence for entry in kept.new for sentence in replaced(apart, entry)))
    file = apart.new_figures / name
    said = (*kept.said, *told)
    return Candidate(settings, base, kept.refused, said, plan, file, was_holding, _to_answer(kept))


def _to_answer(kept: Kept) -> tuple[ToAnswer, ...]:
    """The warnings of the files as they would load: a check knows none of rows only held back now."""
    return tuple(
        ToAnswer(answer.report.file_name, w.sheet, w.code, w.says, w.cells)
        for answer in kept.answers
        if answer.load_id  # what changes nothing asks for no reason
        for w in answer.report.warnings
    )


def _both_sent(kept: Kept) -> list[str]:
    """That of two files the later takes the place of the earlier: as nobody has answered for it yet."""
    found = (each for answer in kept.answers for each in answer.report.warnings if each.code == SAME_RETURN)
    return [f"{each.says} {each.how_to_fix}" for each in found]
