"""A backup as it lies on disk: a folder, or one .zip file. Both hold the same names."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from etl.backing_up import manifest as listing
from etl.backing_up.manifest import Held, Manifest, NotABackup
from store.durable import on_disk

PIECE = 1 << 20
MOST_OF_THE_LIST = 16 << 20
_PACKED_AS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # these alone are unpacked piece by piece
Open = Callable[[str], IO[bytes]]


def is_one_file(path: Path) -> bool:
    """Whether a backup of this name is one file; any other name is a folder."""
    return path.suffix.lower() == ".zip"


def write(path: Path, files: dict[str, Path], make: Callable[[dict[str, Held]], Manifest]) -> Manifest:
    """Write files by name, and at last the manifest that `make` makes of their hashes; all of it on disk."""
    if is_one_file(path):
        with zipfile.ZipFile(path, "x") as out:
            held = {
                name: _into(source, out.open(name, "w", force_zip64=True)) for name, source in files.items()
            }
            manifest = make(held)
            out.writestr(listing.NAME, listing.to_text(manifest))
        path.chmod(0o600)
    else:
        path.mkdir(mode=0o700)
        held = {name: _into_folder(source, path / name) for name, source in files.items()}
        manifest = make(held)
        (path / listing.NAME).write_text(listing.to_text(manifest), "utf-8")
        (path / listing.NAME).chmod(0o400)
        on_disk(path / listing.NAME)
        for folder in sorted({(path / name).parent for name in files}):
            on_disk(folder)
    on_disk(path)
    return manifest


def _into_folder(source: Path, target: Path) -> Held:
    target.parent.mkdir(mode=0o700, exist_ok=True)
    held = _into(source, target.open("xb"))
    target.chmod(0o400)
    on_disk(target)
    return held


def _into(source: Path, target: IO[bytes]) -> Held:
    with source.open("rb") as coming, target:
        return copy(coming, target)


def copy(coming: IO[bytes], target: IO[bytes] | None = None, most: int | None = None) -> Held:
    """Copy to the end, or only read where there is no target; what was read, by size and hash.

    Not more than one byte past `most`: what is packed may unpack to more than a disk holds.
    """
    said, size = hashlib.sha256(), 0
    while piece := coming.read(PIECE if most is None else min(PIECE, most + 1 - size)):
        said.update(piece)
        size += len(piece)
        if target:
            target.write(piece)
    return Held(size, said.hexdigest())


@contextmanager
def reading(path: Path) -> Iterator[tuple[Manifest, Open]]:
    """The manifest of a backup, and how to open each of its files.

    Raises NotABackup where there is none, or it is not as it was written.
    """
    if path.is_dir():
        if not (path / listing.NAME).is_file():
            raise NotABackup(f"{path} is no backup: it has no {listing.NAME}.")
        with (path / listing.NAME).open("rb") as coming:
            text = _short(coming)
        yield listing.from_text(text), lambda name: (path / name).open("rb")
        return
    try:
        packed = zipfile.ZipFile(path)
        if not {each.compress_type for each in packed.infolist()} <= _PACKED_AS:
            raise zipfile.BadZipFile("packed in a way that no backup is")
        with packed.open(listing.NAME) as coming:
            text = _short(coming)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ):
        raise NotABackup(f"{path} is no backup, or is damaged: it cannot be unpacked.") from None
    with closing(packed):
        yield listing.from_text(text), packed.open


def _short(coming: IO[bytes]) -> bytes:
    text = coming.read(MOST_OF_THE_LIST + 1)
    if len(text) > MOST_OF_THE_LIST:
        raise NotABackup(f"{listing.NAME} is longer than that of any backup. Use another backup.")
    return text


def take(opened: Open, name: str, held: Held, target: Path | None = None) -> None:
    """Copy one file out of a backup, or only read it. Raises NotABackup naming one that is not as written."""
    try:
        with opened(name) as coming:
            if target is None:
                got = copy(coming, most=held.bytes)
            else:
                with target.open("xb") as out:
                    got = copy(coming, out, held.bytes)
                on_disk(target)
    except (FileNotFoundError, KeyError):
        raise NotABackup(f"{name} is not in the backup. Nothing was changed. Use another backup.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        got = None
    if got != held:
        raise NotABackup(
            f"{name} in the backup is damaged: it is not as it was written. Nothing was changed. "
            "Use another backup."
        )


def forget(path: Path) -> None:
    """Remove what was half written, whatever it is."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
