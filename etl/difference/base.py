"""On what a difference stands: asked when it is made, and again when it is accepted."""

from __future__ import annotations

import settings as settings_door
from etl.difference.model import Base
from settings.model import Settings
from store.place import Store
from store.publications import Publication, current


def base_of(made: Publication | None, settings: Settings) -> Base:
    """What a difference beside this publication stands on, with the settings as they are."""
    return Base(made.id if made else 0, settings_door.digest(settings))


def base_now(store: Store, settings: Settings) -> Base:
    """What one would stand on that is made now."""
    return base_of(current(store), settings)
