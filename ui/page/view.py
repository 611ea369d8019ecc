"""The filters every page shares: force (where there are several), month and units; drawn by the dashboard."""

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

import streamlit as st

from ui.figures.world import World
from ui.page import filters
from ui.parts.wording import month_name

ALL = "all"
NAMES = ("force", "month", "units")


@dataclass(frozen=True)
class View:
    """What the reader chose: a force, a month end, and a unit type or all."""

    force: str | None
    month: date | None
    group: str


# What is made in a thread of its own has no run: it keeps to the choice that it was begun with.
_APART: ContextVar[View | None] = ContextVar("view_apart", default=None)


def keep_to(view: View) -> None:
    """From here on, in this thread, the choice is this one, whatever is chosen on the page meanwhile."""
    _APART.set(view)


def draw(world: World, force_title: dict[str, str], types: dict[str, str], narrows: bool = True) -> View:
    """Draw the filters that the publication allows and remember the choice for the page.

    A page that neither month nor units change is given the newest month and all units, and what was chosen
    stands again on the next page."""
    force = _force(world, force_title)
    if narrows:
        view = View(force, _month(world, force), _group(world, force, types))
    else:
        filters.keep(("month", "units"))
        view = View(force, max(world.months_of(force or ""), default=None), ALL)
    st.session_state["view"] = (view.force, str(view.month or ""), view.group)
    return view


def current() -> View:
    """The choice made on this run; nothing chosen before the dashboard has drawn its filters."""
    if (apart := _APART.get()) is not None:
        return apart
    force, month, group = st.session_state.get("view", (None, "", ALL))
    return View(force, date.fromisoformat(month) if month else None, group)


def _force(world: World, titles: dict[str, str]) -> str | None:
    forces = world.forces()
    if len(forces) < 2:
        return forces[0] if forces else None
    return filters.choose("Force", forces, "force", title=lambda code: titles.get(code, code))


def _month(world: World, force: str | None) -> date | None:
    months = {f"{m:%Y-%m}": m for m in reversed(world.months_of(force or ""))}
    if not months:
        return None
    return months[
        filters.choose("Month", list(months), "month", title=lambda c: month_name(months[c]), width=190)
    ]


def _group(world: World, force: str | None, types: dict[str, str]) -> str:
    present = sorted({unit.type for unit in world.units_of(force or "")}, key=lambda t: types.get(t, t))
    if len(present) < 2:
        return ALL
    return filters.choose(
        "Units",
        [ALL, *present],
        "units",
        width=260,
        title=lambda code: "All units" if code == ALL else types.get(code, code),
    )
