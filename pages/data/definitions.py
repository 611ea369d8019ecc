"""What does each number mean, and what does each column hold?"""

from contracts import DATASETS
from contracts.to_excel import workbook_template
from metrics.catalogue import METRICS
from ui import definitions
from ui.findings import definitions as words
from ui.open_page import open_page

page = open_page("data/definitions")
lists = definitions.lists(page)

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
