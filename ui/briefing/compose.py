"""A document out of what was chosen: its sections, what it says of itself, and the measures it shows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from analysis.disclosure import Hidden, hide_small
from exports.document import Document, Head, LiveSheet, Section
from metrics.catalogue import METRICS
from store import publications
from store.publications import Publication
from ui.briefing.assumed import by_source
from ui.briefing.choices import AUDIENCES, Asked
from ui.briefing.parts import parts_of
from ui.briefing.sections import scenarios, staffing_gap
from ui.briefing.seen import Seen, seen
from ui.figures import decided, session, shown
from ui.figures.shown import Reading
from ui.figures.status import EXPECTED, OPTIONAL
from ui.findings.workload import APPROVED
from ui.overview import reliable
from ui.page import footer
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.wording import day, plural

ENDS = ("_low", "_high")


@dataclass(frozen=True)
class Composed:
    """A document, the page it was made from, in its readers' mode, and the measures that it shows.

    `readings`: what of them its readers are shown, where they are outside the force.
    """

    document: Document
    seen: Seen
    measures: tuple[str, ...]
    readings: tuple[Reading, ...] = ()


def compose(
    page: Page,
    asked: Asked,
    made_at: datetime | None = None,
    told: Callable[[str], None] = lambda part: None,
) -> Composed:
    """The document as chosen, from the figures of the page's month; made now, or at `made_at` (UTC).

    `told` gets the title of each part before it is gathered; what it raises ends the work.
    """
    of = readers_of(page, asked)
    (sections, live), measures = shown.heard(lambda: (_sections(of, asked, told), _live(of, asked)))
    shown.again(measures)
    assumed = _assumed(of, asked) if asked.is_brief else ()
    document = Document(
        title_of(of),
        AUDIENCES[asked.audience].title,
        _head(of, asked, made_at or datetime.now(UTC).replace(microsecond=0)),
        sections,
        tuple(_definitions(measures, asked.is_brief)),
        _sources(of.page, assumed),
        live,
        assumed,
        "brief" if asked.is_brief else "pack",
    )
    readings = tuple(one for read in measures.values() for one in read.readings.values())
    return Composed(document, of, tuple(measures), readings)


def readers_of(page: Page, asked: Asked) -> Seen:
    """The page as the readers of the document would have it: outside the force always for publication."""
    outside = AUDIENCES[asked.audience].outside
    return seen(page, asked.unit, asked.publication or outside, asked.is_brief)


def title_of(of: Seen) -> str:
    """What the document is called: whose work it is about."""
    whose = of.page.unit_title(of.unit) if of.unit else "Public protection"
    return f"{whose}: work and people"


def _sections(of: Seen, asked: Asked, told: Callable[[str], None]) -> tuple[Section, ...]:
    made = []
    for name, title, make in parts_of(of, asked):
        told(title)
        made.append(Section(name, title, make()))
    return tuple(section for section in made if section.blocks)


def _live(of: Seen, asked: Asked) -> tuple[LiveSheet, ...]:
    gap = staffing_gap.live(of) if "staffing_gap" in asked.sections else ()
    return (*gap, *(scenarios.live(of) if "scenarios" in asked.sections else ()))


def _assumed(of: Seen, asked: Asked) -> tuple[tuple[str, str], ...]:
    """What the results of a brief rest on; a full pack has the tables of the pages."""
    need = staffing_gap.assumed(of) if "staffing_gap" in asked.sections else ()
    return by_source((*need, *(scenarios.assumed(of) if "scenarios" in asked.sections else ())))


def publication_of(page: Page) -> Publication | None:
    """The publication that the page's figures are of."""
    every = publications.all_publications(session.the_store())
    return next((made for made in every if made.file == page.world.file), None)


def _head(of: Seen, asked: Asked, made_at: datetime) -> Head:
    page, force = of.page, of.page.force_settings
    made = publication_of(page)
    return Head(
        force.name if force else str(page.force),
        _units(of),
        page.month,
        asked.marking,
        made.id if made else 0,
        "internal" if page.reader.internal else "publication",
        _coverage(page),
        _held(page),
        decided.accepted_said(page),
        asked.made_by,
        made_at,
        bool(force and force.synthetic),
    )


def _units(of: Seen) -> str:
    page = of.page
    if of.unit:
        return page.unit_title(of.unit)
    whole = len(page.world.units_of(page.force or ""))
    return (
        f"All {whole} units" if len(page.scope) == whole else f"{len(page.scope)} of {plural(whole, 'unit')}"
    )


def _coverage(page: Page) -> tuple[str, ...]:
    """Each sheet with the day it was loaded and the units in it, those of which the same is said together."""
    sheets: dict[str, list[str]] = {}
    for title, said in reliable.rests_on(page)[: len((*EXPECTED, *OPTIONAL))]:
        sheets.setdefault(f"loaded {said}" if said[:1].isdigit() else said, []).append(title)
    told = (states.stale_words(page), states.partial_words(page))
    came = (f"{', '.join(titles)}: {said}." for said, titles in sheets.items())
    return (*came, *(text for text in told if text))


def _held(page: Page) -> tuple[str, ...]:
    """Rows held back, with why and by whom where somebody decided so."""
    count = sum(each.rows_held for each in page.status.returns)
    few = not page.reader.internal and isinstance(hide_small(count), Hidden)
    counted = f"{Hidden()} rows" if few else plural(count, "row")
    return decided.held_said(page) or ((f"{counted} held back by the checks.",) if count else ())


def _definitions(measures: Iterable[str], is_brief: bool) -> Iterator[tuple[str, str]]:
    """Each measure with what it is; the low and high ends of one are not told apart in a brief."""
    for name in measures:
        if not (is_brief and name.endswith(ENDS)):
            yield METRICS[name].title, _definition(name, is_brief)


def _definition(name: str, is_brief: bool) -> str:
    """What a measure counts; a brief has no room for what it asks."""
    metric = METRICS[name]
    if is_brief:
        return f"{metric.numerator} / {metric.denominator}" if metric.kind == "ratio" else metric.numerator
    over = f" Divided by: {metric.denominator}." if metric.kind == "ratio" else ""
    return f"{metric.question} Counted: {metric.numerator}.{over} Basis: {metric.basis}."


def _sources(page: Page, assumed: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The files of the month that are of these units, then what the force has set with where it is from.

    What is told with the numbers `assumed` from it is not told twice.
    """
    there = "".join(whose for whose, _ in assumed)
    units = [unit for _, unit in page.scope]
    files = footer.sources(page.force, page.month, units, page.reader.internal, page.world.file)
    held = page.force_settings
    dated = [*held.weights, *held.working_time, *held.allowances] if held else []
    named = dict.fromkeys(
        f"{each.source}; set by {each.set_by}{f', {day(each.set_on)}' if each.set_on else ''}"
        for each in dated
        if each.source
        and each.status == APPROVED  # what is only proposed enters no figure
        and each.source not in there
        and page.month
        and each.holds_on(page.month)
    )
    return (*files, *(f"Settings: {text}" for text in named))
