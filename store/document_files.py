"""The files of documents: written all or none, opened as they were handed over."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from store.durable import put_in_place, sha256_of
from store.place import Store, not_written
from store.written import NotWritten


@dataclass(frozen=True)
class KeptFile:
    """One file of a document: the name it is handed over under, its name in the store, size in bytes."""

    name: str
    file: str
    sha256: str
    bytes: int


@contextmanager
def all_or_none(store: Store) -> Iterator[Callable[[str, bytes], KeptFile]]:
    """What writes a file under the name it is handed over by. Where anything fails before the end, those
    written go again, whole and half; where the disk refused one, StoreProblem is raised.
    """
    begun: list[Path] = []

    def write(name: str, content: bytes) -> KeptFile:
        whole = store.documents / f"{secrets.token_hex(8)}{Path(name).suffix}"
        begun.extend((_half_of(whole), whole))
        return _write(whole, name, content)

    try:
        yield write
    except BaseException as reason:
        for file in begun:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        if isinstance(reason, OSError):
            raise not_written(store, reason) from reason
        raise


def _half_of(whole: Path) -> Path:
    """The file that stands for another until that is whole."""
    return whole.with_name(f".{whole.name}.tmp")


def _write(whole: Path, name: str, content: bytes) -> KeptFile:
    half = _half_of(whole)
    half.write_bytes(content)
    digest = sha256_of(half)
    put_in_place(half, whole)
    return KeptFile(name, whole.name, digest, len(content))


def content(store: Store, file: KeptFile) -> bytes:
    """The bytes of a file as they were handed over.

    Raises NotWritten where the file is gone or is not as it was written.
    """
    path = store.documents / file.file
    if not path.is_file() or sha256_of(path) != file.sha256:
        raise NotWritten(
            f"{file.name} is not in the store as it was written. `python -m etl doctor` says how to mend it."
        )
    return path.read_bytes()
