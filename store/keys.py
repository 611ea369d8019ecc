"""The secret that turns a person's reference into a key. It never lies inside the store."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sqlite3
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

    Raises StoreProblem where rows were keyed before and the key file is gone or another: a new key
    would make every person a stranger to their own earlier months.
    """
    name = key_name(store)
    file = key_folder() / f"{name}.key" if name else None
    if file and file.exists():
        return _fitting(store, file)
    if file and _has_loads(store):
        raise StoreProblem(
            f"The key file {file.name} of this store is not in {file.parent}. Put it back from your backup: "
            "without it the people in new returns cannot be matched with those already loaded."
        )
    return _make(store, name or secrets.token_hex(8))


def key_name(store: Store) -> str | None:
    """The name of this store's key, without .key; None before there is one."""
    with reading(store) as con:
        return fact_of(con, "key")


def fact_of(con: sqlite3.Connection, name: str) -> str | None:
    """What the store remembers of its key: `key` is its name, `key_check` what `check_value` gave for it."""
    row = con.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
    return str(row["value"]) if row else None


def check_value(key: bytes) -> str:
    """What tells a key from every other, and says nothing of it or of the people it keyed."""
    return hmac.new(key, b"which key this is", hashlib.sha256).hexdigest()


def _fitting(store: Store, file: Path) -> bytes:
    """The key in the file, where it is the one that the store remembers; from the first time it is asked."""
    key = read_key(file)
    with reading(store) as con:
        kept = fact_of(con, "key_check")
    if kept is None:
        with transaction(store) as con:
            con.execute(_REMEMBER, ("key_check", check_value(key)))
    elif kept != check_value(key):
        raise StoreProblem(
            f"The key file {file.name} is not the one that this store's people were keyed with. Put it back "
            "from your backup: with another key, everybody would count as somebody new."
        )
    return key


_REMEMBER = "INSERT OR IGNORE INTO fact (name, value) VALUES (?, ?)"


def _has_loads(store: Store) -> bool:
    with reading(store) as con:
        return con.execute("SELECT 1 FROM load LIMIT 1").fetchone() is not None


def read_key(file: Path) -> bytes:
    """The secret that a key file holds. Raises StoreProblem where it holds none."""
    key = in_text(file.read_bytes())
    if key is None:
        raise StoreProblem(f"The key file {file.name} is damaged. Put it back from your backup.")
    return key


def in_text(text: bytes) -> bytes | None:
    """The secret that the content of a key file says; None where it says none."""
    try:
        key = bytes.fromhex(text.decode("ascii").strip())
    except ValueError:  # other characters than a key is written in
        return None
    return key if len(key) == KEY_BYTES else None


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
        con.execute(_REMEMBER, ("key", name))
        if fact_of(con, "key") == name:  # else another process was first, and its key holds
            con.execute("INSERT OR REPLACE INTO fact VALUES ('key_check', ?)", (check_value(key),))
    return key if key_name(store) == name else store_key(store)
