"""The parts that a document may have: in their own order, or as the steps of a force management statement."""

from collections.abc import Callable, Iterator
from functools import partial

from exports.document import Block, Chart, Paragraph
from ui.briefing.choices import SECTIONS, Asked
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
from ui.briefing.seen import Seen

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
NOTHING_YET = "The sections chosen for this document have nothing of it for these units and this month."
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
    return tuple(block for make in makes for block in make(of)) or _nothing(name, bool(makes))


def _nothing(step: str, is_chosen: bool) -> tuple[Block, ...]:
    none = NOTHING_YET if is_chosen else "No section chosen for this document is of it."
    return (Paragraph(NO_WELLBEING if step == "wellbeing" else none),)
