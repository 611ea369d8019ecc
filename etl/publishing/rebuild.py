"""Making the whole warehouse again from the accepted rows and the control plane."""

from __future__ import annotations

from etl.publishing.build import made_with
from etl.publishing.plan import Change
from etl.publishing.publish import Tell, lost_files, not_as_accepted, publish, settings_of, silent
from store import clean
from store.lock import writing
from store.place import Store, StoreProblem
from store.publications import Publication
from store.warehouse import connect


def made_by_another_version(store: Store) -> bool:
    """Whether other code than today's reckoned the current figures, or their file is gone or damaged.

    False before the first load.
    """
    try:
        reader = connect(store)
    except StoreProblem:
        return True
    if reader is None:
        return False
    try:
        made = reader.cursor().execute("SELECT * FROM meta WHERE \"key\" = 'made_with'").fetchall()
    finally:
        reader.close()
    return made != [("made_with", made_with())]


def rebuild(store: Store, by: str, tell: Tell = silent) -> Publication:
    """Publish everything anew, with the settings as they are now, after checking every accepted file.

    Raises StoreProblem naming the accepted files that are gone or damaged; nothing has changed then.
    """
    settings = settings_of(store)
    with writing(store):
        clean.unreferenced(store)
        damaged = not_as_accepted(store)
        if damaged:
            raise StoreProblem(lost_files(damaged))
        return publish(store, settings, Change(everything=True), by, "Rebuilt", tell)
