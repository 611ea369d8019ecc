"""The secret that turns a person's reference into a key. It never lies inside the store."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from store.control import reading, transaction
from store.place import Store, StoreProblem

KEY_BYTES = 32


def key_folder() -> Path:
    """`PPU_KEY_DIR`, else a folder of the person's own configuration."""
    chosen = os.environ.get("PPU_KEY_DIR")
    return Path(chosen).expanduser() if chosen else Path.home() / ".config" / "ppu-dashboard"


def store_key(store: Store) -> bytes:
    """This store's secret of 32 bytes, made on first use with mode 0600.

    Raises StoreProblem where rows were keyed before and the key file is gone: a new key
    would make every person a stranger to their own earlier months.
    """
    name = _name(store)
    file = key_folder() / f"{name}.key" if name else None
    if file and file.exists():
        return _read(file)
    if file and _has_loads(store):
        raise StoreProblem(
            f"The key file {file.name} of this store is not in {file.parent}. Put it back from your backup: "
            "without it the people in new returns cannot be matched with those already loaded."
        )
    return _make(store, name or secrets.token_hex(8))


def _name(store: Store) -> str | None:
    with reading(store) as con:
        row = con.execute("SELECT value FROM fact WHERE name = 'key'").fetchone()
    return str(row["value"]) if row else None


def _has_loads(store: Store) -> bool:
    with reading(store) as con:
        return con.execute("SELECT 1 FROM load LIMIT 1").fetchone() is not None


def _read(file: Path) -> bytes:
    key = bytes.fromhex(file.read_text("ascii").strip())
    if len(key) != KEY_BYTES:
        raise StoreProblem(f"The key file {file.name} is damaged. Put it back from your backup.")
    return key


def _make(store: Store, name: str) -> bytes:
    """The file first, complete and on disk; only then does the store remember its name."""
    folder = key_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key, file = secrets.token_bytes(KEY_BYTES), folder / f"{name}.key"
    half = file.with_suffix(f".{secrets.token_hex(4)}.tmp")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(key.hex())
        out.flush()
        os.fsync(out.fileno())
    half.replace(file)
    with transaction(store) as con:
        con.execute("INSERT OR IGNORE INTO fact (name, value) VALUES ('key', ?)", (name,))
    return key if _name(store) == name else store_key(store)
