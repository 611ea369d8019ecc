"""Whether the disk has room for what comes next."""

import shutil
from pathlib import Path

from commands.places import Stop

TO_INSTALL = 1500
TO_RUN = 200
MEGABYTE = 1_000_000


def room(folder: Path, megabytes: int) -> None:
    """Stop where the disk that holds (or will hold) a folder has less room than is needed."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free // MEGABYTE
    if free < megabytes:
        raise Stop(
            f"There is too little space on the disk of {folder}: {free} MB are free, "
            f"{megabytes} MB are needed."
        )
