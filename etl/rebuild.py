"""Making the whole warehouse again from the accepted rows and the control plane."""

from __future__ import annotations

from etl.plan import Change
from etl.publish import Tell, publish, settings_of, silent
from store import clean, history
from store.durable import sha256_of
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


def not_as_accepted(store: Store) -> list[str]:
    """Accepted files of loads in force whose bytes are not those that were accepted."""
    wanted = [
        (s.file, s.file_sha256) for r in history.loads(store) if r.state == "published" for s in r.sheets
    ]
    return [file for file, digest in wanted if not _is(store, file, digest)]


def _is(store: Store, file: str, digest: str) -> bool:
    path = store.accepted / file
    return path.exists() and sha256_of(path) == digest
