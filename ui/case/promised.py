"""Posts that stand on a decision or on money that ends, of the units in view."""

from ui.figures import session
from ui.figures.kept import once
from ui.findings.demand.promised import Promise, refs_of
from ui.findings.series import at
from ui.page.open_page import Page


@once
def promised_of(page: Page) -> tuple[Promise, ...]:
    """Each such row of Establishment at the page's month, with who is in post of the same unit and role."""
    asked = {"force": page.force, "month": page.month, "units": [code for _, code in page.scope]}
    rows = session.query("promised", asked, page.world.file)
    return tuple(
        Promise(
            page.unit_title(unit),
            role,
            worker,
            float(funded),
            _in_post(page, unit, role, worker),
            held,
            starts,
            source or "",
            ends,
            refs_of(ref),
        )
        for unit, role, worker, funded, held, starts, source, ends, ref in rows
    )


def _in_post(page: Page, unit: str, role: str, worker_type: str) -> object:
    """FTE in post of one unit, role and worker type, as it may be shown."""
    frame = page.metric(
        "staffing/in_post_fte",
        by=("month_end", "role", "worker_type"),
        only=page.month,
        unit=unit,
    )
    return at(frame, page.month, role=role, worker_type=worker_type)
