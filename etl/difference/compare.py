"""A candidate beside the current publication: everything that accepting would change."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

import settings as settings_door
from etl.difference.base import base_of
from etl.difference.candidate import Candidate
from etl.difference.candidate import candidate as build_candidate
from etl.difference.figures import Asked, figure_changes
from etl.difference.model import Difference, FindingChange, Refusal
from etl.difference.people import counted, persons
from etl.difference.rows import row_changes
from etl.difference.sides import Sides, sides
from etl.difference.units import units_gone
from etl.faults import point
from etl.loading.decisions import NONE, Decisions
from etl.publishing.plan import Group, Plan
from etl.publishing.publish import Tell, silent
from store import rebases
from store.coverage import WHOLE_FORCE
from store.place import Store, StoreProblem


def compare(
    store: Store,
    files: Sequence[tuple[str, bytes]],
    decisions: Decisions = NONE,
    force: str | None = None,
    tell: Tell = silent,
    unit: str | None = None,
) -> Difference:
    """What loading these files would change, by building what would be published and reading it.

    Nothing is kept, and the store is not locked: others load and read meanwhile. Warnings count as accepted,
    as they do not change a figure; rows are held back where `decisions` say so. Raises StoreProblem and
    SettingsProblem.
    """
    with build_candidate(store, files, decisions, force, tell, unit) as made:
        base = base_of(made.base, made.settings)
        refused = tuple(Refusal(each.file_name, each.why) for each in made.refused)
        if made.plan is None:
            return Difference(base, refused=refused, said=made.said, to_answer=made.to_answer)
        tell("comparing", 0.9, "Comparing the figures.")
        names = tuple(entry.load.file_name for entry in made.plan.change.new)
        found = _compared(store, made, made.plan)
        point("candidate_compared")
        return Difference(
            base, names, refused, made.said, _settings_changed(made), to_answer=made.to_answer, **found
        )


def _settings_changed(made: Candidate) -> bool:
    return made.base is not None and made.base.settings_hash != settings_door.digest(made.settings)


def _compared(store: Store, made: Candidate, plan: Plan) -> dict[str, tuple]:
    was = store.published / made.base.file if made.base else None
    try:
        with sides(was, made.file, _groups(plan)) as both:
            return _differences(store, both, made, plan)
    except duckdb.Error as reason:
        # The current file is gone, damaged, or of a version whose tables were others.
        if was is None:
            raise
        raise StoreProblem(
            "What would change cannot be shown, because the current figures cannot be read beside the new "
            "ones. `python -m etl rebuild` makes them again; what was loaded is safe."
        ) from reason


def _differences(store: Store, both: Sides, made: Candidate, plan: Plan) -> dict[str, tuple]:
    listed = {force.code for force in made.settings.forces if force.person_lists}
    everybody = persons(both)
    return {
        "rows": row_changes(both),
        "people": counted(everybody),
        "persons": tuple(each for each in everybody if each.force in listed),
        "figures": tuple(each for asked in _asked(store, both, made) for each in figure_changes(both, asked)),
        "units_gone": units_gone(plan, made.was_holding, made.settings),
        "findings": tuple(FindingChange(*row) for row in both.ask("findings")),
    }


def _groups(plan: Plan) -> frozenset[Group]:
    """What the new loads speak for."""
    scopes = [scope for entry in plan.change.new for scope in entry.scopes]
    return frozenset((scope.force, scope.dataset, scope.month_end) for scope in scopes)


def _asked(store: Store, both: Sides, made: Candidate) -> list[Asked]:
    spoken = {force for force, *_ in both.groups}
    return [
        Asked(force, _units(made, force.code), rebases.standing(store, force.code))
        for force in made.settings.forces
        if force.code in spoken
    ]


def _units(made: Candidate, code: str) -> tuple[str, ...]:
    """The force's own units that the new loads speak for; all of them for a sheet of the whole force."""
    entries = made.plan.change.new if made.plan else ()
    spoken = {scope.unit for entry in entries for scope in entry.scopes if scope.force == code}
    own = [unit.code for unit in made.settings.force(code).units if not unit.benchmark]
    return tuple(unit for unit in own if WHOLE_FORCE in spoken or unit in spoken)
