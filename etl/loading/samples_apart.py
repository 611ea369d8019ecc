"""Invented and real data are never in one store."""

from __future__ import annotations

from settings.model import Settings
from store.control import reading
from store.history import MANY_FORCES
from store.place import Store

CLEAN_START = "python3 tasks.py start --no-samples --store DIR"


def cannot_mix(store: Store, settings: Settings, force: str | None) -> str | None:
    """Why this store cannot take a return of this force; None when it can."""
    if force is None or force == MANY_FORCES or not settings.forces:
        return None  # before a force is set up, the check of each file says so
    known = {each.code: each for each in settings.forces}
    invented = any(each.synthetic for each in settings.forces)
    if force not in known:
        return _INVENTED.format(force) if invented else _UNKNOWN.format(force, ", ".join(known))
    held = _held(store)
    if held - set(known):
        return _INVENTED.format(force) if not known[force].synthetic else _REAL.format(known[force].name)
    if any(known[code].synthetic != known[force].synthetic for code in held):
        return _REAL.format(known[force].name) if known[force].synthetic else _INVENTED.format(force)
    return None


_INVENTED = (
    "This store holds invented sample data, and returns of {0} cannot be mixed with it. "
    f"Start a clean store: {CLEAN_START}"
)
_REAL = "This store holds real returns, and the invented data of {0} cannot be mixed with them. " + (
    "Look at the samples in a store of their own: python3 tasks.py start --store DIR"
)
_UNKNOWN = "There are no settings for the force {0}. There are settings for: {1}."


def _held(store: Store) -> set[str]:
    with reading(store) as con:
        rows = con.execute("SELECT DISTINCT force FROM load WHERE state = 'published'")
        return {row["force"] for row in rows} - {MANY_FORCES}
