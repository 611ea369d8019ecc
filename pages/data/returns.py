"""What has arrived, what was loaded by whom, and how is a load undone?"""

from etl.holding import held_cells
from etl.holding import release
from etl.loading import what_returns
from etl.loading import worker
from store import history
from store.accepted_warnings import accepted_warnings
from store.sent_together import sent_together
from ui.returns import returns
from ui.returns import returns_held
from ui.returns.beside import beside
from ui.upload import sender
from ui.figures import session
from ui.page.open_page import open_page

page = open_page("data/returns")
store, by = session.the_store(), sender.name(page.reader.name)
loads = returns.visible(page, history.loads(store))

seen = returns.grid(page)
returns.head(page, seen)
returns.arrived(page, seen, loads)
beside(page)
returns.undo(
    page,
    loads,
    sent_together(store),
    lambda chosen: worker.start_undo(store, chosen, by),
    lambda job: worker.status(store, job),
    lambda chosen: what_returns.asked(store, chosen),
    lambda made: what_returns.after_undo(store, made),
)
held = returns_held.visible(page, release.still_held(store))
returns_held.show(
    page,
    held_cells.listed(store, held),
    lambda row: held_cells.cells_of(store, page.settings, row),
    lambda row, cells, reason: worker.start_release(store, row, cells, reason, by),
)
returns_held.accepted(accepted_warnings(store, {load.load_id for load in loads}))
returns.history(loads)
