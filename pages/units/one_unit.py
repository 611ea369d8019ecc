"""How is my team, on one page I can take to my superintendent?"""

from ui.one_unit import flows, new_limits, notes, one_unit, unit_left, unit_time
from ui.page.header import header
from ui.page.open_page import open_page
from ui.parts import states
from ui.workforce import staffing

page = open_page("units/one_unit")
states.stop_if_nothing(page)

unit = one_unit.unit(page)
family = one_unit.family(page, unit)
header(page, one_unit.headline(page, unit, family), basis=page.unit_title(unit))
one_unit.name_notes(page, unit)
one_unit.cards(page, unit, family)
found = flows.of(page, unit, family)
unit_time.on_one_axis(page, unit, family, found)
staffing.waterfall(page, unit)
one_unit.expiries(page, unit)
unit_left.who_left(page, unit)
flows.charts(page, unit, found)
notes.notes(page, unit)
new_limits.new_limits(page, unit, found)
