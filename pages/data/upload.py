"""Is my file right, what will it change, and what do I put right?"""

from etl.checking.check_apart import check, returned
from etl.loading import what_returns, worker
from etl.next_month import of_unit
from settings.model import Alias
from store import history, last_load
from ui.figures import session
from ui.page.open_page import open_page
from ui.upload import sender, upload
from ui.upload.upload_doors import Doors

page = open_page("data/upload")
store = session.the_store()
force = page.force if len(page.settings.forces) > 1 else None


def by():
    """The name for the history, as given on this page."""
    return sender.name(page.reader.name)


def load(files, answers, unit, before, seen):
    """Begin to load, and keep what was sent for whoever comes next."""
    job = worker.start(store, files, by(), answers, force, unit, seen)
    last_load.remember(store, job, tuple(name for name, _ in files), by(), before)
    return job


upload.run(
    page,
    Doors(
        check=lambda files, unit, said: check(
            store, page.settings, files, force, unit=unit, words=[Alias(**word) for word in said]
        ),
        workbook=lambda file, unit, said: returned(
            store, page.settings, file, force, unit, [Alias(**word) for word in said]
        ),
        compare=lambda files, answers, unit: worker.start_compare(store, files, answers, force, unit),
        difference=lambda job: worker.difference(store, job),
        load=load,
        undo=lambda loads: worker.start_undo(store, loads, by()),
        returns=lambda loads: what_returns.asked(store, loads),
        returned=lambda made: what_returns.after_undo(store, made),
        status=lambda job: worker.status(store, job),
        last=lambda: last_load.last(store),
        history=lambda: history.loads(store),
        next_month=lambda unit: of_unit.or_why_not(store, page.settings, unit, page.force),
        unit_book=lambda made, name: of_unit.workbook(store, made, name),
    ),
)
