"""The measures of one unit over the same months, under each other, with the notes on them."""

from collections.abc import Sequence
from dataclasses import replace

from charts.shared_axis import Panel
from metrics.catalogue import METRICS
from metrics.judged import Judged
from ui.figures import as_at
from ui.figures.first_reported import marks
from ui.figures.kept import once
from ui.findings import flows
from ui.findings import unit_time as words
from ui.findings.cards import FRESH
from ui.one_unit import one_unit
from ui.page.open_page import Page
from ui.parts.chart import show_chart
from ui.parts.download import page_notes

OF_WORK = ("pressure/open_per_deployable_carrier", "pressure/open", "pressure/unallocated")
OF_PEOPLE = (
    "staffing/deployable_fte",
    "staffing/in_post_fte",
    "staffing/under_two_years",
    "training/trauma_informed_in_date_at_work",
    "attrition/left_unit_12m",
)


def on_one_axis(page: Page, code: str, family: str | None, found: Sequence[Judged]) -> None:
    """Work first, then flows beside their usual range, then people; nothing before the first figure.

    Flows counted by quarter have charts of their own alone: their points are not months.
    """
    notes = page.notes(code)
    work = [_work(page, name, code, family) for name in OF_WORK] if family else []
    monthly = [
        replace(
            words.flow(flows.name(each), flows.chart(each, (), page.rebases(unit=code)), page.months),
            corrected=marks(page, each.metric, code, each.work_family),
        )
        for each in found
        if each.kind == "xmr"
    ]
    people = [_people(page, name, code) for name in OF_PEOPLE]
    model = words.together([*work, *monthly, *people], page.months, notes, family or "")
    if model.panels:
        show_chart(model, "unit_axis", notes=page_notes(page), decimals=1, level=2)


@once
def _work(page: Page, name: str, code: str, family: str | None) -> Panel:
    frame = one_unit.read(page, name, code, family)
    panel = words.stock(one_unit.named(page, name), frame, page.months, FRESH)
    return replace(panel, corrected=marks(page, name, code, family))


@once
def _people(page: Page, name: str, code: str) -> Panel:
    metric = METRICS[name]
    held = as_at.held(page, metric, code)
    panel = words.stock(metric, one_unit.read(page, name, code), page.months, held)
    return replace(panel, corrected=marks(page, name, code))
