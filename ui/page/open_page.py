"""The first call of every page: may this reader open it, and what may it show?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

import access
from metrics.catalogue import METRICS
from metrics.engine import read_spread
from store import annotations, rebases
from store.annotations import Annotation
from store.rebases import Rebase
from ui.figures import session, shown
from ui.figures.figures import Asked, figures_of
from ui.figures.publication import Among, for_publication, units_of
from ui.figures.status import Status, status_of
from ui.figures.world import Unit, World, world
from ui.page import view

Scope = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Page:
    """What a page may show. `scope`: the reader's units in the chosen group, rest of force left out."""

    id: str
    reader: Any
    settings: Any
    world: World
    force: str | None
    month: date | None
    group: str
    scope: Scope
    benchmark_scope: Scope
    status: Status

    @property
    def months(self) -> tuple[date, ...]:
        """Every month end with a return up to the chosen month, oldest first."""
        return tuple(m for m in self.world.months_of(self.force or "") if self.month and m <= self.month)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units in scope, by title."""
        return tuple(u for u in self.world.units_of(self.force or "") if (u.force, u.code) in self.scope)

    @property
    def previous(self) -> date | None:
        """The month end before the chosen one, where it has a return."""
        return self.months[-2] if len(self.months) > 1 else None

    @property
    def force_settings(self) -> Any:
        """The chosen force's settings, or None."""
        return next((f for f in self.settings.forces if f.code == self.force), None)

    def unit_title(self, code: str) -> str:
        """A unit's title, or its code where it has none."""
        return next((u.title for u in self.world.units if u.code == code and u.force == self.force), code)

    @cached_property
    def shows(self) -> str:
        """All that what the page shows depends on, in words: two pages with the same words show the same.

        The published file, what was chosen, the reader's role and every unit they may see, how small groups
        are shown to them, the force's settings, new limits, and which returns are late today.
        """
        chosen = (self.force, self.month, self.group, hash(self.force_settings))
        units = (sorted(each) for each in (self.scope, self.benchmark_scope, self._allowed))
        reader = (self.reader.role, bool(self.reader.internal))
        return repr((self.world.file, *chosen, *reader, self.rebases(), self.status.late_months, *units))

    @cached_property
    def _allowed(self) -> Scope:
        """The units of the force that the reader may see, whichever are chosen."""
        return frozenset(u for u in access.scope(self.reader, self.settings) if u[0] == self.force)

    def cursor(self) -> Any:
        """A fresh cursor on the published file, one for each call."""
        return session.cursor(self.world.file)

    def metric(
        self,
        metric_id: str,
        *,
        by: tuple[str, ...] = ("unit", "month_end"),
        only: date | None = None,
        where: Mapping[str, tuple[str, ...]] | None = None,
        unit: str | None = None,
        benchmark: bool = False,
    ) -> pd.DataFrame:
        """A metric up to the chosen month: `by` columns, numerator, denominator, value and units.

        `only` keeps one month end; `unit` one unit; `benchmark` reads the rest of force instead."""
        scope = self.benchmark_scope if benchmark else self.scope
        if unit is not None:
            scope = frozenset(pair for pair in self.scope | self.benchmark_scope if pair[1] == unit)
        if not (self.world.file and self.month and scope):
            return pd.DataFrame(columns=[*by, "numerator", "denominator", "value", "units"])
        frozen = tuple(sorted((k, tuple(v)) for k, v in (where or {}).items()))
        asked = Asked(
            self.world.file, metric_id, tuple(sorted(scope)), by, self.force, only, self.month, frozen
        )
        frame = figures_of(*asked)
        shown.add(metric_id, frame, self.month)
        if self.reader.internal or not METRICS[metric_id].about_people:
            return frame
        seen = for_publication(asked, self.among, chosen=unit is not None)
        shown.outside(shown.Reading(metric_id, by, only, frozen, frozenset(units_of(asked)), frame, seen))
        return seen

    @cached_property
    def among(self) -> Among:
        """What is hidden is decided among all units of the force, whichever this reader may see.

        Readers outside show each other what they have, and a maker of few units makes a document for all: so
        one unit is hidden beside another by the same figures for everybody. Of every month that is published,
        whichever is chosen: a choice of month is one more view of the same.
        """
        own = self.world.units_of(self.force or "")
        every = tuple(sorted((u.force, u.code, u.type) for u in own))
        held = self.force_settings.carriers if self.force_settings else ()
        return Among(every, self.world.months_of(self.force or ""), tuple(held))

    def spread(self, metric_id: str, level: str, where: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
        """A distribution at the chosen month, for the units in view at level `unit`."""
        found = read_spread(
            self.cursor(),
            metric_id,
            self.scope,
            level=level,
            force=self.force,
            month_from=self.month,
            month_to=self.month,
            where=where,
        )
        shown.add(metric_id, found.assign(value=found["median"]), self.month)
        return found

    def notes(self, unit: str | None = None) -> tuple[Annotation, ...]:
        """The notes that stand in the months shown: on the whole force and on `unit`, or every unit seen."""
        seen = {code for _, code in self.scope | self.benchmark_scope}
        units = (seen if unit is None else seen & {unit}) | {None}
        found = annotations.standing(session.the_store(), self.force) if self.force and self.months else ()
        return tuple(n for n in found if n.unit in units and self.months[0] <= n.month_end <= self.months[-1])

    def rebases(self, metric_id: str | None = None, unit: str | None = None) -> tuple[Rebase, ...]:
        """The new limits that stand in the months shown, of the units seen: of one measure, of one unit."""
        seen = {code for _, code in self.scope | self.benchmark_scope}
        found = rebases.standing(session.the_store(), self.force) if self.force else ()
        return tuple(
            r
            for r in found
            if r.unit in seen
            and r.from_month in self.months
            and metric_id in (None, r.metric)
            and unit in (None, r.unit)
        )


def open_page(page_id: str) -> Page:
    """Ask whether the reader may open the page, stop here if not, and gather what it may show."""
    reader = access.identify()
    if not access.may_open(reader, page_id):
        st.html("<h1>This page is for other roles</h1>")
        st.write("Your role does not open this page. Ask the person who looks after the dashboard.")
        st.stop()
    return _gather(page_id, reader)


def _gather(page_id: str, reader: Any) -> Page:
    settings, here, seen = session.settings(), world(), view.current()
    allowed = access.scope(reader, settings)
    mine = [u for u in here.units if u.force == seen.force and (u.force, u.code) in allowed]
    chosen = [u for u in mine if not u.benchmark and seen.group in (view.ALL, u.type)]
    scope = frozenset((u.force, u.code) for u in chosen)
    rest = frozenset((u.force, u.code) for u in mine if u.benchmark)
    return Page(
        page_id,
        reader,
        settings,
        here,
        seen.force,
        seen.month,
        seen.group,
        scope,
        rest,
        status_of(here, seen.force, seen.month, scope, reader.internal),
    )
