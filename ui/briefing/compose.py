"""A document out of what was chosen: its sections, what it says of itself, and the measures it shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from exports.document import Block, Chart, Document, Head, LiveSheet, Paragraph, Section
from metrics.catalogue import METRICS
from store import publications
from store.publications import Publication
from ui.briefing.assumed import by_source
from ui.briefing.choices import AUDIENCES, SECTIONS, Asked
from ui.briefing.sections import (
    attrition,
    data_quality,
    demand_and_resource,
    methods,
    pressure,
    promises,
    scenarios,
    staffing_gap,
    training,
    what_changed,
)
from ui.briefing.seen import Seen, seen
from ui.figures import decided, session, shown
from ui.figures.status import EXPECTED, OPTIONAL
from ui.overview import reliable
from ui.page import footer
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.wording import day, plural

Make = Callable[[Seen], tuple[Block, ...]]
MAKES: dict[str, Make] = {
    "what_changed": what_changed.blocks,
    "pressure": pressure.blocks,
    "staffing_gap": staffing_gap.blocks,
    "training": training.blocks,
    "attrition": attrition.blocks,
    "demand_and_resource": demand_and_resource.blocks,
    "scenarios": scenarios.blocks,
    "promises": promises.blocks,
    "data_quality": data_quality.blocks,
    "methods": methods.blocks,
}
NO_WELLBEING = (
    "No return of occupational health or of surveys is read yet. What the returns say of how people are: who "
    "is away, under Capacity, and who leaves and why."
)
# A force management statement's steps, each of parts of the sections that were chosen.
STEPS: tuple[tuple[str, str, tuple[tuple[str, Make], ...]], ...] = (
    (
        "demand",
        "Demand",
        (("pressure", pressure.coming), ("demand_and_resource", demand_and_resource.blocks)),
    ),
    ("capacity", "Capacity", (("staffing_gap", staffing_gap.posts),)),
    ("capability", "Capability", (("training", training.blocks),)),
    ("wellbeing", "Wellbeing", ()),
    (
        "security_of_supply",
        "Security of supply",
        (("attrition", attrition.blocks), ("scenarios", scenarios.blocks), ("promises", promises.blocks)),
    ),
    ("unmet_demand", "Unmet demand", (("pressure", pressure.waiting), ("staffing_gap", staffing_gap.need))),
)
AROUND = (("what_changed",), ("data_quality", "methods"))


@dataclass(frozen=True)
class Composed:
    """A document, the page it was made from, in its readers' mode, and the measures that it shows."""

    document: Document
    seen: Seen
    measures: tuple[str, ...]


def compose(page: Page, asked: Asked, made_at: datetime | None = None) -> Composed:
    """The document as chosen, from the figures of the page's month; made now, or at `made_at` (UTC)."""
    of = readers_of(page, asked)
    (sections, live), measures = shown.heard(lambda: (_sections(of, asked), _live(of, asked)))
    shown.again(measures)
    document = Document(
        title_of(of),
        AUDIENCES[asked.audience].title,
        _head(of, asked, made_at or datetime.now(UTC).replace(microsecond=0)),
        sections,
        tuple((METRICS[name].title, _definition(name, asked.is_brief)) for name in measures),
        _sources(of.page),
        live,
        _assumed(of, asked) if asked.is_brief else (),
        "brief" if asked.is_brief else "pack",
    )
    return Composed(document, of, tuple(measures))


def readers_of(page: Page, asked: Asked) -> Seen:
    """The page as the readers of the document would have it: outside the force always for publication."""
    outside = AUDIENCES[asked.audience].outside
    return seen(page, asked.unit, asked.publication or outside, asked.is_brief)


def title_of(of: Seen) -> str:
    """What the document is called: whose work it is about."""
    whose = of.page.unit_title(of.unit) if of.unit else "Public protection"
    return f"{whose}: work and people"


Part = tuple[str, str, Callable[[], tuple[Block, ...]]]


def parts_of(of: Seen, asked: Asked) -> list[Part]:
    """Each part that was chosen, in order: its id, its title, and what makes its blocks."""
    covering = tuple(Paragraph(text) for text in asked.covering)
    first: list[Part] = [("covering", "Covering note", lambda: covering)] if covering else []
    made = _steps(of, asked) if asked.shape == "statement" else _plain(of, asked.sections)
    return [*first, *(_in_pictures(list(made)) if asked.is_brief else made)]


def _in_pictures(parts: list[Part]) -> Iterator[Part]:
    """A brief has its words first and its charts together, two in a row, so that it keeps to two pages."""
    for name, title, make in parts:
        yield name, title, partial(_told, make)
    yield "pictures", "In pictures", lambda: tuple(b for *_, make in parts for b in make() if _drawn(b))


def _told(make: Callable[[], tuple[Block, ...]]) -> tuple[Block, ...]:
    return tuple(block for block in make() if not _drawn(block))


def _drawn(block: Block) -> bool:
    return isinstance(block, Chart)


def _sections(of: Seen, asked: Asked) -> tuple[Section, ...]:
    made = (Section(name, title, make()) for name, title, make in parts_of(of, asked))
    return tuple(section for section in made if section.blocks)


def _plain(of: Seen, chosen: tuple[str, ...]) -> Iterator[Part]:
    for name, title in SECTIONS.items():
        if name in chosen:
            yield name, title, partial(MAKES[name], of)


def _steps(of: Seen, asked: Asked) -> Iterator[Part]:
    """The steps, with what is no step before and after them."""
    before, after = (tuple(name for name in names if name in asked.sections) for names in AROUND)
    yield from _plain(of, before)
    for name, title, parts in STEPS:
        chosen = tuple(make for section, make in parts if section in asked.sections)
        yield name, title, partial(_step, of, name, chosen)
    yield from _plain(of, after)


def _step(of: Seen, name: str, makes: tuple[Make, ...]) -> tuple[Block, ...]:
    return tuple(block for make in makes for block in make(of)) or _nothing(name)


def _nothing(step: str) -> tuple[Block, ...]:
    return (
        Paragraph(NO_WELLBEING if step == "wellbeing" else "No section chosen for this document is of it."),
    )


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
    sheets = reliable.rests_on(page)[: len((*EXPECTED, *OPTIONAL))]
    told = (states.stale_words(page), states.partial_words(page))
    return (*(f"{title}: {said}." for title, said in sheets), *(text for text in told if text))


def _held(page: Page) -> tuple[str, ...]:
    """Rows held back, with why and by whom where somebody decided so."""
    count = sum(each.rows_held for each in page.status.returns)
    return decided.held_said(page) or ((f"{plural(count, 'row')} held back by the checks.",) if count else ())


def _definition(name: str, is_brief: bool) -> str:
    """What a measure counts; a brief has no room for what it asks."""
    metric = METRICS[name]
    if is_brief:
        return f"{metric.numerator} / {metric.denominator}" if metric.kind == "ratio" else metric.numerator
    over = f" Divided by: {metric.denominator}." if metric.kind == "ratio" else ""
    return f"{metric.question} Counted: {metric.numerator}.{over} Basis: {metric.basis}."


def _sources(page: Page) -> tuple[str, ...]:
    """The files of the month, then what the force has set with where it is from."""
    rows = session.query("sources", {"force": page.force, "month": page.month}, page.world.file)
    held = page.force_settings
    dated = [*held.weights, *held.working_time, *held.allowances] if held else []
    named = dict.fromkeys(
        f"{each.source}; set by {each.set_by}{f', {day(each.set_on)}' if each.set_on else ''}"
        for each in dated
        if each.source and page.month and each.holds_on(page.month)
    )
    return (*(footer.source(*row) for row in rows), *(f"Settings: {text}" for text in named))
