"""Are we losing people, from what, and why?"""

from ui.page.header import header
from ui.page.open_page import open_page
from ui.page.pick_unit import pick_unit
from ui.parts import states
from ui.workforce import attrition, leaving, tenure
from ui.workforce.joiners_leavers import joiners_and_leavers
from ui.workforce.vacancy import vacancy

page = open_page("workforce/attrition")
states.stop_if_nothing(page, "people")

header(page, attrition.headline(page), basis="headcount, 12 months")
unit = pick_unit(page)
attrition.cards(page, unit)
joiners_and_leavers(page, unit)
leaving.three_rates(page, unit)
leaving.comparison(page)
attrition.rates(page)
attrition.reasons(page, unit)
tenure.time_in_unit(page, unit)
vacancy(page)
