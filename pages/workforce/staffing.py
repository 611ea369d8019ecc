"""How many posts are funded, how many people can be used, and what takes the rest away?"""

from ui.page.header import header
from ui.page.open_page import open_page
from ui.page.pick_unit import pick_unit
from ui.parts import states
from ui.workforce import staffing

page = open_page("workforce/staffing")
states.stop_if_nothing(page, "establishment")

header(page, staffing.headline(page), basis="full-time equivalent (FTE)")
unit = pick_unit(page)
staffing.cards(page, unit)
staffing.waterfall(page, unit)
staffing.beside_rest(page)
staffing.units_table(page)
