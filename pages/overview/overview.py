"""Where is the pressure, what changed since last month, and can I rely on it?"""

from metrics.catalogue import METRICS
from ui.figures import as_at
from ui.findings import overview as words
from ui.findings.carriers import per_any_carrier
from ui.overview import overview
from ui.page.header import header
from ui.page.open_page import open_page
from ui.parts import states
from ui.parts.chart import show_chart, show_small_multiples
from ui.parts.download import page_notes
from ui.parts.kpi_card import kpi_cards

page = open_page("overview/overview")
states.stop_if_nothing(page)

figures = overview.figures(page)
head = words.headline(
    METRICS[overview.PER],
    figures.per_force,
    page.months,
    figures.family,
    figures.known,
    figures.open_work,
    as_at.held(page, METRICS[overview.PER], family=figures.family),
)
header(page, head)
overview.what_it_rests_on(page, figures)
kpi_cards(overview.cards(page, figures))
overview.changed_and_reliable(page, figures)
overview.pressure_table(page, figures)

models = words.multiples(
    figures.per_unit,
    page.months,
    figures.titles,
    figures.families,
    figures.known,
    overview.line_notes(page, figures),
    overview.corrected(page, figures),
)
if models:
    show_small_multiples(
        models,
        "open_work",
        title=overview.multiples_title(page, figures),
        notes=page_notes(page),
        measure=f"{per_any_carrier(figures.known)}, of each unit's largest family. Scales differ.",
        numbers=words.multiples_numbers(models),
    )
else:
    states.missing(page, "caseload")

if page.status.of("establishment"):
    show_chart(overview.posts(page, figures), "posts", notes=page_notes(page), level=2)
else:
    states.missing(page, "establishment")
