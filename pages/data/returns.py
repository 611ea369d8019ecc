"""What has arrived, what was loaded by whom, and how is a load undone?"""

from etl import worker
from store import history
from ui import returns, session
from ui.open_page import open_page

page = open_page("data/returns")
store, by = session.the_store(), page.reader.name
loads = returns.visible(page, history.loads(store))

seen = returns.grid(page)
returns.head(page, seen)
returns.arrived(seen)
returns.undo(
    page, loads, lambda load_id: worker.start_undo(store, load_id, by), lambda job: worker.status(store, job)
)
returns.history(loads)
