"""What would it take, what does it cost, and how sure are we?"""

from ui.case import scenario
from ui.page.open_page import open_page
from ui.parts import states

page = open_page("case/scenarios")
states.stop_if_nothing(page)
scenario.show(page)
