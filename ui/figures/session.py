"""Where this run's figures come from: the store, the current publication, a cursor for each call."""

import os
from pathlib import Path
from typing import Any

import streamlit as st

from settings.problem import SettingsProblem
from store import own_settings, place, publications, warehouse

HERE = Path(__file__).parent / "queries"


def the_store() -> Any:
    """The store named by PPU_STORE, else data/store."""
    return place.open_store(None)


def publication() -> Any:
    """The current publication, or None before anything has been published."""
    return publications.current(the_store())


def published_file() -> str | None:
    """The name of the current published file, the key of every cache; None before the first."""
    now = publication()
    return str(now.file) if now else None


def damage(reason: BaseException) -> str | None:
    """What to say where a page ended because the published file is damaged; None where it ended otherwise."""
    return warehouse.damage(the_store(), reason) if warehouse.is_damage(reason) else None


@st.cache_resource(max_entries=3, show_spinner=False)
def _reader(store: str, file: str) -> Any:
    made = next((p for p in publications.all_publications(the_store()) if p.file == file), None)
    return warehouse.open_publication(the_store(), made) if made else None


def cursor(file: str | None) -> Any:
    """A fresh cursor on one published file, one for each call; None without one.

    The file is named by the caller, who caches under its name: what is current may change within a run.
    """
    reader = _reader(str(the_store().path), file) if file else None
    return reader.cursor() if reader else None


def query(
    name: str, parameters: dict[str, object] | None = None, file: str | None = None
) -> list[tuple[Any, ...]]:
    """The rows of one of the queries in ui/figures/queries/, of one published file or the current one."""
    at = cursor(file or published_file())
    if at is None:
        return []
    text = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    return list(at.execute(text, parameters or {}).fetchall())


def settings() -> Any:
    """The settings that the store works with; without a force before one is set up."""
    store = the_store()
    if not own_settings.has_own(store):
        return own_settings.settings_of(store)
    with os.scandir(store.settings) as files:
        written = sorted((f.name, f.stat().st_mtime_ns) for f in files if f.name.endswith(".toml"))
    return _settings(str(store.path), repr(written))


def settings_wrong() -> bool:
    """Whether the settings of the store cannot be used as they stand."""
    try:
        settings()
    except SettingsProblem:
        return True
    return False


@st.cache_resource(max_entries=2, show_spinner=False)
def _settings(path: str, written: str) -> Any:
    """Kept by the files as they were last written, in words: 43 forces have two hundred of them."""
    return own_settings.settings_of(place.open_store(path))
