"""Where does this figure come from: which file, sheet and rows?"""

from ui.parts import states
from ui.trace import trace
from ui.trace import trace_rows
from ui.page.open_page import open_page

page = open_page("data/trace")
trace.stop_if_not_offered(page)
states.stop_if_nothing(page)

figure = trace.asked(page)
trace.head(page, figure)
trace_rows.rows(page, figure)
trace.definition(figure)
