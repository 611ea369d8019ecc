"""A person's reference becomes a keyed hash before anything is kept."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata

import pandas as pd

from contracts.model import Dataset
from contracts.to_duckdb import KEY_OF

KEYED = KEY_OF  # the column as sent, and what it becomes


def normal(reference: str, width: int = 0) -> str:
    """One way of writing a reference: NFKC, no spaces, upper case, digits padded to the force's width."""
    text = "".join(unicodedata.normalize("NFKC", str(reference)).split()).upper()
    return (text.lstrip("0") or "0").zfill(width) if width and text.isdecimal() else text


def person_key(secret: bytes, force: str, reference: str, width: int = 0) -> str:
    """HMAC-SHA256 of force and reference, in hexadecimal: one key for one person, in this store alone."""
    said = f"{force}\x1f{normal(reference, width)}".encode()
    return hmac.new(secret, said, hashlib.sha256).hexdigest()


def pseudonymise(rows: pd.DataFrame, dataset: Dataset, force: str, secret: bytes, width: int) -> pd.DataFrame:
    """The rows with every reference replaced by its key; no column of references is left."""
    keyed = rows.copy()
    for column in [c.name for c in dataset.columns if c.name in KEYED and c.name in keyed]:
        known = {
            text: person_key(secret, force, text, width)
            for text in keyed[column].dropna().unique()
            if str(text).strip()
        }
        keyed[KEYED[column]] = keyed.pop(column).map(known)
    return keyed


def references(
    rows: pd.DataFrame, dataset: Dataset, force: str, secret: bytes, width: int
) -> set[tuple[str, str, str]]:
    """(force, key, reference as sent) of every person, for the labels file of a force that allows it."""
    sent = [rows[c.name].dropna().unique() for c in dataset.columns if c.name in KEYED and c.name in rows]
    return {
        (force, person_key(secret, force, text, width), str(text))
        for column in sent
        for text in column
        if str(text).strip()
    }
