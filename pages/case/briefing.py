"""What goes to whom, as the pages show it, and does what was handed over still hold?"""

import access
from ui.briefing import form, kept, making, preview, ready
from ui.page.header import header
from ui.page.open_page import open_page
from ui.parts import states

page = open_page("case/briefing")
states.stop_if_nothing(page)

header(page, "Make a brief that shows what the pages show", "in the mode of its readers")
if access.may_make_document(page.reader):
    answers = form.ask(page)
    making.make(page, answers.asked, answers.wrong)
    kept.listed(page)
    preview.preview(page, answers.asked)
    ready.make_ready(page, answers.asked)
else:
    kept.listed(page)
