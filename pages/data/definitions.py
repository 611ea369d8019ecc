"""What does each number mean, and what does each column hold?"""

import streamlit as st

from contracts import DATASETS
from contracts.to_excel import workbook_template
from metrics.catalogue import METRICS
from ui import definitions
from ui.findings import definitions as words
from ui.guard import plainly
from ui.open_page import open_page

lists: dict[str, tuple[str, ...]] = {}
with plainly(st.container):  # what is written here is needed to put a wrong setting right
    lists = definitions.lists(open_page("data/definitions"))

show, theme, wanted = definitions.choices()
found = words.found_metrics(METRICS, wanted, theme)
sheets = [d for d in DATASETS.values() if not words.columns_frame(d, wanted).empty]
definitions.head(words.headline(len(found), len(sheets), wanted))

if show == "measures":
    definitions.measures(found)
elif show == "sheets":
    definitions.sheets(DATASETS, wanted)
else:
    definitions.templates(DATASETS, lambda datasets: workbook_template(datasets, lists))
