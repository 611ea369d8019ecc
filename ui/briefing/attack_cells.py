"""Whether few people can be worked out from the cells of a document, together with the documents before it.

Beside the attack on what pages can show (attack.py) stands this one on what the document does show: each cell
that was read for it, one asked for by role or of one unit among them; and what documents for publication that
the force made before show. Cells of several measures are of the same people (nests.py). A figure that was
corrected since an earlier document counts as it is now.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from analysis.disclosure import FEWEST_PEOPLE_SHOWN
from analysis.disclosure.audit import Counts, follows
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.told import COUNTED_BY, Tells
from store import documents
from ui.briefing.cells import EXACT, Cell, Whole, cells_of, figures_shown, gives, of_earlier, splits, whole_of
from ui.briefing.cells import Shown as FiguresShown
from ui.briefing.nests import NESTS, Nest, counted_by, kin, nest_of, region_of
from ui.figures import session
from ui.figures.figures import Asked, figures_of
from ui.figures.kept import kept
from ui.figures.shown import Reading
from ui.page.open_page import Page

REFUSED = (
    "The document was not made: from “{}”{} a group of under {} people could be worked out. Choose another "
    "section or more units, or ask the person who looks after the dashboard."
)
BY_UNIT = ("unit", "month_end")
BESIDE = ", beside the documents for publication that were made before,"


def refusal(page: Page, readings: Sequence[Reading], between: Callable[[], None] = lambda: None) -> str:
    """Why a document of these cells may not be published, alone or after those before; "" where it may.

    `between` is called between two trials; what it raises ends the work.
    """
    if page.reader.internal:
        return ""
    found = given_away(page, readings, earlier(page), between)
    return REFUSED.format(*found, FEWEST_PEOPLE_SHOWN) if found else ""


def earlier(page: Page) -> list[Reading]:
    """What the force's documents for publication show, of whatever units: their readers have kept them."""
    store = session.the_store()
    made = [
        each
        for each in documents.every(store, page.force or "")
        if each.mode == "publication" and not each.withdrawn_at
    ]
    return list(
        of_earlier((_shown_by(repr((store.path, each)), each.id, store), each.units) for each in made)
    )


@st.cache_resource(max_entries=300, show_spinner=False)
def _shown_by(words: str, number: int, _store: Any) -> FiguresShown:
    """Kept by document, in words: what it shows does not change."""
    return figures_shown(documents.figures(_store, number))


def given_away(
    page: Page,
    readings: Sequence[Reading],
    before: Sequence[Reading] = (),
    between: Callable[[], None] = lambda: None,
) -> tuple[str, str] | None:
    """The title of a measure from whose cells few people can be worked out, and beside what; None of none.

    `readings` are those of the document, `before` those of documents that its readers have: what follows from
    those alone is known already, whatever is published now.
    """
    names = sorted({each.metric for each in (*readings, *before)})
    wholes = kept(page, ("people of cells", *names), lambda: _wholes(page, names))
    new, old = (
        _by_month_and_name(cell for each in of for cell in cells_of(each, wholes))
        for of in (readings, before)
    )
    for month in sorted({month for month, _ in new}, reverse=True):
        for names in kin(wholes):
            between()
            nest = nest_of(names, wholes, month)
            mine, had = ([c for name in names for c in of.get((month, name), ())] for of in (new, old))
            if alone := _worked_out(nest, mine, ()):
                return _title(alone), ""
            if had and (beside := _worked_out(nest, mine, had)):
                return _title(beside), BESIDE
    return None


def _by_month_and_name(cells: Iterable[Cell]) -> dict[tuple[date, str], list[Cell]]:
    """Each cell once: earlier documents repeat one another."""
    found: dict[tuple[date, str], list[Cell]] = {}
    for cell in dict.fromkeys(cells):
        found.setdefault((cell.month, cell.of), []).append(cell)
    return found


def _title(of: str) -> str:
    return METRICS[COUNTED_BY.get(of) or of.rsplit(" ", 1)[0]].title


def _wholes(page: Page, measures: Collection[str]) -> dict[str, Whole]:
    """Everybody whom these measures tell, in every month, as they are."""
    wanted: dict[str, tuple[Tells, str]] = {}
    for name in measures:
        for tells in gives(METRICS[name]):
            wanted[tells.of] = counted_by(tells.of) if tells.of in COUNTED_BY else (tells, name)
    for chain, parts in NESTS:
        wanted |= {of: counted_by(of) for of in chain if parts.keys() & wanted.keys()}
    return {of: _whole(page, tells, METRICS[name]) for of, (tells, name) in wanted.items()}


def _whole(page: Page, tells: Tells, metric: Metric) -> Whole:
    scope = tuple(sorted((unit.force, unit.code) for unit in page.world.units_of(page.force or "")))
    units = Asked(page.world.file or "", metric.id, scope, BY_UNIT, page.force, None, _newest(page), ())
    split = figures_of(*units._replace(by=(*BY_UNIT, *splits(metric))))
    return whole_of(tells, metric, split, figures_of(*units))


def _newest(page: Page) -> date:
    assert page.month is not None  # nothing is read for a page without a month
    return page.month


def _worked_out(nest: Nest, new: Sequence[Cell], before: Sequence[Cell]) -> str:
    """The people of a cell of which few can be told apart only now; "" where there are none.

    Few of those who are named, as in post or in date; what is left between two of them is sought where a
    measure says that it is told (Metric.rest_is_told).
    """
    sought = _few(nest, [*new, *before])
    known = _shown(nest, before)
    already = set(follows(known, list(sought)))
    found = follows({**known, **_shown(nest, new)}, [counts for counts in sought if counts not in already])
    return next((sought[counts] for counts in found), "")


def _shown(nest: Nest, cells: Iterable[Cell]) -> dict[Counts, float]:
    """The people of the cells that readers are shown."""
    told = ((nest.counts(region_of(nest, cell), nest.parts[cell.of]), cell) for cell in cells if cell.shown)
    return {counts: cell.people for counts, cell in told if counts}


def _few(nest: Nest, cells: Iterable[Cell]) -> dict[Counts, str]:
    """The people of under five whom a cell is of, in each part that is named, with the name of the cell."""
    found: dict[Counts, str] = {}
    for region, of in {region_of(nest, cell): cell.of for cell in cells}.items():
        for parts in sorted(set(nest.parts.values()), key=sorted):
            counts = nest.counts(region, parts)
            if EXACT < nest.size(counts) < FEWEST_PEOPLE_SHOWN - EXACT:
                found[counts] = of
    return found
