"""What a backup holds: each file with its hash, and a hash of the list itself."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

NAME = "manifest.json"
FORMAT = 1
CONTROL, LABELS = "control.sqlite", "labels.sqlite"
_NAMES = re.compile(
    r"control\.sqlite|labels\.sqlite|samples\.txt|(accepted|published|documents|settings|keys)/(?!\.\.?$)[^/\\:\0]+"
)


class NotABackup(Exception):
    """What was named is no backup, or not as it was written; the text says which file, and what to do."""


@dataclass(frozen=True)
class Held:
    """A file in a backup: its size in bytes and the SHA-256 of its content."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """A backup in words. `publication` is the one that was current; `left_out` names files that were gone."""

    made_at: str
    made_by: str
    publication: int | None
    files: Mapping[str, Held]
    left_out: tuple[str, ...] = ()
    format: int = field(default=FORMAT)

    @property
    def key(self) -> str | None:
        """The name of the key file it carries; None where the key was left out."""
        return next((name for name in self.files if name.startswith("keys/")), None)

    @property
    def digest(self) -> str:
        """The SHA-256 of all of it."""
        return hashlib.sha256(_plain(asdict(self)).encode()).hexdigest()


def to_text(manifest: Manifest) -> str:
    """The manifest as a person can read it; `from_text` reads it again."""
    return json.dumps({**asdict(manifest), "sha256": manifest.digest}, indent=1, ensure_ascii=False)


def from_text(text: bytes) -> Manifest:
    """Raises NotABackup where it is not as it was written, or was written by a newer version."""
    try:
        said = json.loads(text.decode("utf-8"))
        digest = said.pop("sha256")
        files = {name: Held(**held) for name, held in said.pop("files").items()}
        manifest = Manifest(**{**said, "files": files, "left_out": tuple(said["left_out"])})
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NotABackup(f"{NAME} of the backup is damaged. Use another backup.") from None
    if manifest.format > FORMAT:
        raise NotABackup("A newer version of the dashboard made this backup. Use that version.")
    if manifest.digest != digest or CONTROL not in files:
        raise NotABackup(f"{NAME} of the backup is not as it was written. Use another backup.")
    foreign = [name for name in files if not _NAMES.fullmatch(name)]
    sizes = [held.bytes for held in files.values()]
    if not all(isinstance(size, int) and size >= 0 for size in sizes):
        raise NotABackup(f"{NAME} of the backup is damaged. Use another backup.")
    if sum(name.startswith("keys/") for name in files) > 1:
        raise NotABackup("The backup names more than one key, and a store has one. Use another backup.")
    if foreign:
        raise NotABackup(f"The backup names a file that no store has: {foreign[0]!r}. Use another backup.")
    return manifest


def _plain(said: object) -> str:
    return json.dumps(said, sort_keys=True, ensure_ascii=True)
