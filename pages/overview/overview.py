"""Where is the pressure, what changed since last month, and can I rely on it?"""

from ui.findings.carriers import per_any_carrier
from ui.findings.overview import multiples_numbers
from ui.overview import overview, unit_table
from ui.page.header import header
from ui.page.open_page import open_page
from ui.parts import states
from ui.parts.chart import show_chart, show_small_multiples
from ui.parts.download import page_notes
from ui.parts.kpi_card import kpi_cards

page = open_page("overview/overview")
states.stop_if_nothing(page)

figures = overview.figures(page)
header(page, overview.headline(page))
overview.what_it_rests_on(page, figures)
kpi_cards(overview.cards(page))
overview.changed_and_reliable(page, figures)
unit_table.pressure_table(page)

models, title = overview.multiples(page)
if models:
    show_small_multiples(
        models,
        "open_work",
        title=title,
        notes=page_notes(page),
        measure=f"{per_any_carrier(figures.known)}, of each unit's largest family. Scales differ.",
        numbers=multiples_numbers,
    )
else:
    states.missing(page, "caseload")

if page.status.of("establishment"):
    show_chart(overview.posts(page), "posts", notes=page_notes(page), level=2)
else:
    states.missing(page, "establishment")
