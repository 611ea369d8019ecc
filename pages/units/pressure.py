"""Who is carrying too much, what waits, and is it demand or capacity?"""

from ui import pressure, states, stock_flow
from ui.header import header
from ui.open_page import open_page

page = open_page("units/pressure")
states.stop_if_nothing(page, "caseload")

family = pressure.family(page)
header(page, pressure.headline(page, family), basis="families of work are never added together")
pressure.cards(page, family)
pressure.load_and_flow(page, family)
pressure.waits(page, family)
pressure.age(page, family)
stock_flow.stock_and_flow(page, family)
pressure.spread(page, family)
