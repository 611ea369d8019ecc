"""Who is carrying too much, what waits, and is it demand or capacity?"""

from ui.page.header import header
from ui.page.open_page import open_page
from ui.parts import states
from ui.pressure import (
    pressure,
    pressure_age,
    pressure_ahead,
    pressure_flow,
    pressure_hours,
    pressure_split,
    pressure_unit,
    pressure_weights,
    stock_flow,
)

page = open_page("units/pressure")
states.stop_if_nothing(page, "caseload")

family = pressure.family(page)
unit = pressure_unit.choose(page, family)
header(page, pressure.headline(page, family), basis="families of work are never added together")
pressure.cards(page, family)
pressure.load(page, family)
pressure_flow.over_the_line(page, family)
pressure_split.demand_or_capacity(page, family, unit)
pressure_flow.flow(page, family, unit)
pressure_hours.hours(page, family, unit)
pressure.waits(page, family)
pressure.age(page, family)
pressure_age.beside_waiting(page, family)
pressure_age.overdue(page)
pressure_flow.pace(page, family)
stock_flow.stock_and_flow(page, family)
pressure_ahead.ahead(page, family, unit)
pressure_weights.side_by_side(page, family)
pressure.spread(page, family)
