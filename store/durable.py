"""Files that are either not there or there complete, whatever stops the process."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def on_disk(path: Path) -> None:
    """Return only when the content of the file, or the names in the folder, are on disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle to flush for a folder
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(half: Path, whole: Path, mode: int = 0o444) -> None:
    """Give a finished file its name: flush, make it read-only, rename, flush the folder."""
    on_disk(half)
    half.chmod(mode)
    half.replace(whole)
    on_disk(whole.parent)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file that no database in this process holds open."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
