"""Is my file right, what will it change, and what do I put right?"""

from etl import worker
from etl.check_file import check
from ui import session, upload
from ui.open_page import open_page
from ui.upload_result import Doors

page = open_page("data/upload")
store, by = session.the_store(), page.reader.name
force = page.force if len(page.settings.forces) > 1 else None

upload.run(
    page,
    Doors(
        check=lambda files, unit: check(store, page.settings, files, force, unit=unit),
        load=lambda files, reason, unit: worker.start(store, files, by, reason, force, unit),
        undo=lambda load_id: worker.start_undo(store, load_id, by),
        status=lambda job: worker.status(store, job),
    ),
)
