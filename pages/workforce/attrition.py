"""Are we losing people, from what, and why?"""

from ui import attrition, states
from ui.header import header
from ui.open_page import open_page
from ui.pick_unit import pick_unit

page = open_page("workforce/attrition")
states.stop_if_nothing(page, "people")

header(page, attrition.headline(page), basis="headcount, 12 months")
unit = pick_unit(page)
attrition.cards(page, unit)
attrition.flows(page, unit)
attrition.rates(page)
attrition.reasons(page, unit)
