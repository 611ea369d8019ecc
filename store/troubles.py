"""The one catalogue of what can go wrong with a store: what is said, what happened, and what to do.

Faults of a file are in etl/reports/messages.py. docs/how-to/when-something-goes-wrong.md says each of these.
"""

from __future__ import annotations

import errno
import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class Trouble:
    """One sentence for a person. `{...}` are filled in by `says`; `happened` and `to_do` are for the page."""

    says: str
    happened: str
    to_do: str


TROUBLES: dict[str, Trouble] = {
    "disk_full": Trouble(
        "The figures could not be written to disk, and nothing was changed. "
        "Look at how much space is left, then do it again.",
        "The disk filled up while a load, an undo, a rebuild or a purge was being written, or refused to "
        "write.",
        "Make room on that disk. Send the files again, or undo, rebuild or purge again. What was half "
        "written is removed at the next start.",
    ),
    "no_room": Trouble(
        "The disk of the store has {free} MB left and {needed} MB are needed. "
        "Nothing was changed. Make room, then do it again.",
        "Room for two files of figures is asked for before one is written.",
        "Make room on that disk, then do it again.",
    ),
    "store_read_only": Trouble(
        "The store {store} can be read and not written ({why}), so nothing was changed. The figures stay as "
        "they are. Give the dashboard the right to write there, then send the files again.",
        "The folder of the store, or its disk, is set to reading alone.",
        "Give whoever runs the dashboard the right to write to that folder, then do it again. The pages go "
        "on showing the figures meanwhile.",
    ),
    "store_cannot_be_made": Trouble(
        "The store folder {store} cannot be written ({why}). "
        "Choose another place with PPU_STORE, or ask for the right to write there.",
        "There is no store at that place yet, and none can be made.",
        "Choose another place, or ask for the right to write there, and start again.",
    ),
    "store_busy": Trouble(
        "Another load is being written to this store. Nothing was changed. "
        "Wait until it ends, then try again.",
        "Somebody else's load, undo or rebuild held the store for two minutes.",
        "Wait, then do it again. A process that died holds nothing: the system lets its lock go.",
    ),
    "store_moved": Trouble(
        "The store kept changing while the figures were made. Nothing was changed; try again.",
        "Other loads were published three times in a row while this one was worked out.",
        "Do it again.",
    ),
    "looked_at_moved": Trouble(
        "Something else was loaded or undone, or the settings changed, after you looked at what would "
        "change. Nothing was loaded. Look at what would change now.",
        "Two people sent returns at once, and the other was first.",
        "Read what would change now, which is shown anew, and accept it or not. A month that both sent is "
        "not doubled: the later takes the place of the earlier, and says so.",
    ),
    "published_damaged": Trouble(
        "The published file {file} is not there or is damaged. What was loaded is safe: "
        "`python -m etl rebuild` makes the file again.",
        "A file under published/ was removed, or does not hold the bytes it was written with.",
        "Run `python -m etl rebuild`, and load the page again. Look at the disk: a damaged file is often the "
        "first sign of a failing one.",
    ),
    "accepted_damaged": Trouble(
        "Nothing was changed. These accepted files are gone or damaged: {files}. "
        "`python -m etl restore BACKUP --damaged` puts them back and leaves all else as it is. "
        "Where there is no backup, {way_out}.",
        "A file under accepted/ was removed, or does not hold the bytes it was written with.",
        "Run the first command with the newest backup. Where there is none, run the second, which takes "
        "those loads out, and send their files again. Figures of months whose rows about people were "
        "deleted stay.",
    ),
    "stopped": Trouble(
        "The load was stopped before it ended. Nothing was changed. Send the files again.",
        "The process that loads was ended half way: the computer was switched off, or it was killed.",
        "Send the files again. What it had half written is removed.",
    ),
    "stopped_after": Trouble(
        "The load was stopped before it could say how it ended, and figures were published since. Returns "
        "lists what was loaded. Send files again that are not there: a file that was loaded counts once.",
        "The process that loads was ended after it, or another, had published.",
        "Look at Returns. Where the load stands there, it is whole and nothing is left to do; else send its "
        "files again.",
    ),
    "not_known": Trouble(
        "The load is not known any more. Nothing is known of how it ended: Returns lists what was loaded.",
        "A load is followed for a day. After that, or in a store put back from a backup, only Returns tells "
        "of it.",
        "Look at Returns. Send files again that are not there.",
    ),
}

_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def says(code: str, **details: object) -> str:
    """The sentence of a code, with its details."""
    return TROUBLES[code].says.format(**details)


def is_read_only(reason: Exception) -> bool:
    """Whether something could not be written because writing is not allowed there."""
    if isinstance(reason, OSError):
        return reason.errno in _READ_ONLY
    return _sqlite(reason).startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"))


def is_of_the_disk(reason: Exception) -> bool:
    """Whether the disk refused: it is full, or cannot be written."""
    full = _sqlite(reason).startswith(("SQLITE_FULL", "SQLITE_IOERR"))
    return full or isinstance(reason, OSError) or is_read_only(reason)


def _sqlite(reason: Exception) -> str:
    return getattr(reason, "sqlite_errorname", "") if isinstance(reason, sqlite3.Error) else ""
