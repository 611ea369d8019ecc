"""The units a reader may see, as every read of a figure takes them."""

from access.model import Reader, Unit
from settings.model import Settings


def scope(reader: Reader, settings: Settings) -> frozenset[Unit]:
    """The reader's units among those that the settings know, as (force, unit). Never more than those."""
    known = frozenset((force.code, unit.code) for force in settings.forces for unit in force.units)
    return known if reader.scope is None else known & reader.scope
