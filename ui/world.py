"""What the current publication holds: its forces, units and months."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from ui import session


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
        return tuple(u for u in self.units if u.force == force and not u.benchmark)

    def months_of(self, force: str) -> tuple[date, ...]:
        """Month ends with a monthly return, oldest first."""
        return tuple(sorted({month for code, month in self.months if code == force}))


def world() -> World:
    """The current publication's world; an empty one before the first publication."""
    return _world(session.published_file())


@st.cache_data(max_entries=4, show_spinner=False)
def _world(file: str | None) -> World:
    units = tuple(Unit(*row) for row in session.query("units", file=file))
    return World(file, units, tuple((str(f), m) for f, m in session.query("months", file=file)))
