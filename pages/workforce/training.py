"""Is everyone trained for what they do, above all trauma-informed, and when does it run out?"""

from ui.page.header import header
from ui.page.open_page import open_page
from ui.parts import states
from ui.workforce import training
from ui.workforce.training_standing import standing

page = open_page("workforce/training")
states.stop_if_nothing(page, "training", "people")

header(page, training.headline(page, None), basis="people in post, headcount")
unit, by, show = training.choices(page)
training.cards(page, unit)
training.matrix(page, unit, by, show)
training.ahead(page, unit)
standing(page)
