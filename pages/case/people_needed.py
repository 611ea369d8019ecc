"""How many people does the work need?"""

from ui.case import people_needed
from ui.case.need import need_of
from ui.page.header import header
from ui.page.open_page import open_page
from ui.page.pick_unit import pick_unit
from ui.parts import states

page = open_page("case/people_needed")
states.stop_if_nothing(page, "caseload", "establishment")

unit = pick_unit(page)
need = need_of(page, unit)
header(page, people_needed.headline(page, unit), basis=people_needed.basis(page, unit))
if need.result is None or need.result.required is None:
    people_needed.without_result(page, unit, need)
else:
    people_needed.answer(page, need, need.result)
    people_needed.range_and_gaps(page, unit, need, need.result)
    people_needed.tornado(page, unit, need.result)
    people_needed.weight_sets(page, unit, need)
    people_needed.rests_on(page, unit, need, need.result)
