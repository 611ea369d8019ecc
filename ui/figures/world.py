"""What the current publication holds: its forces, units and months."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import streamlit as st

from ui.figures import session


@dataclass(frozen=True)
class Unit:
    """One unit as published. A benchmark unit (Rest of force) is compared with, never summed in.

    `valid_from` and `valid_to` are the first and last day that there is such a unit; None is open.
    """

    force: str
    code: str
    title: str
    type: str
    benchmark: bool
    valid_from: date | None = None
    valid_to: date | None = None

    def is_expected(self, month: date) -> bool:
        """Whether the unit stood at this month end, so that its return is waited for."""
        return (self.valid_from is None or self.valid_from <= month) and (
            self.valid_to is None or month <= self.valid_to
        )


@dataclass(frozen=True)
class World:
    """Units and month ends of one published file."""

    file: str | None
    units: tuple[Unit, ...]
    months: tuple[tuple[str, date], ...]

    def forces(self) -> tuple[str, ...]:
        """The forces with units, in order of code."""
        return tuple(sorted({unit.force for unit in self.units}))

    def units_of(self, force: str) -> tuple[Unit, ...]:
        """The force's own units, the rest of force left out."""
        return self._units.get(force, ())

    def months_of(self, force: str) -> tuple[date, ...]:
        """Month ends with a monthly return, oldest first."""
        return self._months.get(force, ())

    # Worked out once: a page asks hundreds of times, and 43 forces over ten years are 5,000 months.
    @cached_property
    def _units(self) -> dict[str, tuple[Unit, ...]]:
        own = [unit for unit in self.units if not unit.benchmark]
        return {force: tuple(u for u in own if u.force == force) for force in {u.force for u in own}}

    @cached_property
    def _months(self) -> dict[str, tuple[date, ...]]:
        found: dict[str, set[date]] = {}
        for force, month in self.months:
            found.setdefault(force, set()).add(month)
        return {force: tuple(sorted(ends)) for force, ends in found.items()}


def world() -> World:
    """The current publication's world; an empty one before the first publication."""
    return _world(str(session.the_store().path), session.published_file())


@st.cache_resource(max_entries=4, show_spinner=False)
def _world(store: str, file: str | None) -> World:
    """Kept by store and file, and shared: nothing in it changes."""
    units = tuple(Unit(*row) for row in session.query("units", file=file))
    return World(file, units, tuple((str(f), m) for f, m in session.query("months", file=file)))
