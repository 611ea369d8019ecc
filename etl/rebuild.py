"""Making the whole warehouse again from the accepted rows and the control plane."""

from __future__ import annotations

from etl.plan import Change
from etl.publish import Tell, not_as_accepted, publish, settings_of, silent
from store import clean
from store.lock import writing
from store.place import Store, StoreProblem
from store.publications import Publication


def rebuild(store: Store, by: str, tell: Tell = silent) -> Publication:
    """Publish everything anew, with the settings as they are now, after checking every accepted file.

    Raises StoreProblem naming the accepted files that are gone or damaged; nothing has changed then.
    """
    settings = settings_of(store)
    with writing(store):
        clean.unreferenced(store)
        damaged = not_as_accepted(store)
        if damaged:
            raise StoreProblem(
                "These accepted files are gone or damaged. Put them back from a backup, or undo their loads: "
                + ", ".join(damaged)
            )
        return publish(store, settings, Change(everything=True), by, "Rebuilt", tell)

