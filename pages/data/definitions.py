"""What does each number mean, and what does each column hold?"""

import streamlit as st

from contracts import DATASETS
from contracts.to_excel import workbook_template
from etl.words import say_match
from etl.loading import worker
from etl.words.rests_on import rests_on
from metrics.catalogue import METRICS
from store.matches import remembered
from ui.definitions import definitions
from ui.definitions import matches
from ui.upload import sender
from ui.figures import session
from ui.findings import definitions as words
from ui.findings.matches import Shown
from ui.page.guard import plainly
from ui.page.open_page import Page, open_page

page: Page | None = None
lists: dict[str, tuple[str, ...]] = {}
with plainly(st.container):  # what is written here is needed to put a wrong setting right
    page = open_page("data/definitions")
    lists = definitions.lists(page)

show, theme, wanted = definitions.choices()
found = words.found_metrics(METRICS, wanted, theme)
sheets = [d for d in DATASETS.values() if not words.columns_frame(d, wanted).empty]
if show != "matches":
    definitions.head(words.headline(len(found), len(sheets), wanted))

if show == "measures":
    definitions.measures(found)
elif show == "sheets":
    definitions.sheets(DATASETS, wanted)
elif show == "matches" and page:
    store, settings, by = session.the_store(), page.settings, sender.name(page.reader.name)
    matches.show(
        page,
        matches.Doors(
            every=lambda: [
                Shown(
                    m, say_match.list_said(m.list_name), say_match.read_as(settings, m), say_match.how_said(m)
                )
                for m in remembered(store)
            ],
            choices=lambda match: say_match.choices(settings, match),
            consequences=lambda match: say_match.consequences(settings, match, rests_on(store, match)),
            change=lambda match, code: worker.start_match(store, match, code, by),
            status=lambda job: worker.status(store, job),
        ),
    )
elif show == "templates":
    definitions.templates(DATASETS, lambda datasets: workbook_template(datasets, lists))
