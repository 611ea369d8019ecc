"""What share of the force's demand, people and money does public protection have?"""

from ui.case import demand_and_resource
from ui.page.header import header
from ui.page.open_page import open_page
from ui.parts import states

page = open_page("case/demand_and_resource")
states.stop_if_nothing(page)

header(page, demand_and_resource.headline(page), basis="shares of the whole force")
demand_and_resource.missing(page)
demand_and_resource.beside(page)
demand_and_resource.over_time(page)
demand_and_resource.kinds(page)
demand_and_resource.empty_posts(page)
demand_and_resource.posts(page)
