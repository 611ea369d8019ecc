"""Whose settings a store works with: those of its force, of the invented force, or nobody's."""

from __future__ import annotations

import settings
from settings.model import Settings
from settings.remembered import with_remembered
from store import matches
from store.control import reading
from store.history import MANY_FORCES
from store.place import Store, StoreProblem

FIRST_STEP = (
    "This store has no settings of a force yet, so it cannot take its returns. Set up your force first: "
    '.venv/bin/python -m etl --store DIR settings --new CODE "NAME" writes the files to fill in, and '
    "docs/how-to/set-up-your-force.md says how."
)
_MARK = (
    "This store is kept for Northshire Police, which is invented. Returns of a real force are refused here.\n"
)


def settings_of(store: Store) -> Settings:
    """The settings in force, with what words were agreed to mean; without a force in a store that is neither
    set up nor kept for samples.

    Raises SettingsProblem for a setting that cannot be used, and StoreProblem where the settings of
    returns that were loaded are gone.
    """
    return with_what_was_agreed(store, _as_set(store))


def with_what_was_agreed(store: Store, held: Settings) -> Settings:
    """The settings with exactly what the store remembers of words for each force."""
    agreed = matches.remembered(store)
    for force in held.forces:
        held = with_remembered(held, force.code, (m.word for m in agreed if m.force == force.code))
    return held


def _as_set(store: Store) -> Settings:
    if has_own(store):
        return settings.load(store.settings)
    held = _held(store)
    invented = {force.code for force in settings.sample().forces}
    if store.samples_mark.exists() or held & invented:
        return settings.sample()
    if held:
        raise StoreProblem(
            f"The settings of {', '.join(sorted(held))} are gone: {store.settings} holds no settings file "
            "(*.toml). Put them back from a backup. The returns that were loaded are still there."
        )
    return Settings()


def has_own(store: Store) -> bool:
    """Whether a force has put settings of its own into the store."""
    return any(store.settings.glob("*.toml"))


def keep_for_samples(store: Store) -> Store:
    """Keep an empty store for the invented force; gives the store back.

    Raises StoreProblem for a store that belongs to a force already.
    """
    if has_own(store) or _held(store) - {force.code for force in settings.sample().forces}:
        raise StoreProblem(
            "This store belongs to a force of its own, and invented months are not loaded into it. "
            "Choose another place for them: python -m etl --store DIR load --samples FILE..."
        )
    store.samples_mark.write_text(_MARK, "utf-8")
    return store


def _held(store: Store) -> set[str]:
    """The forces whose returns were loaded, undone ones included."""
    with reading(store) as con:
        return {row["force"] for row in con.execute('SELECT DISTINCT "force" FROM load')} - {MANY_FORCES}
