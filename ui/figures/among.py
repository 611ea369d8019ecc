"""Among what it is decided what a reader outside the force is shown."""

from dataclasses import dataclass
from datetime import date

from settings.model import Carrier


@dataclass(frozen=True)
class Among:
    """A force's units (force, unit and type), its published months, and which role carries which work."""

    units: tuple[tuple[str, str, str], ...]
    months: tuple[date, ...]
    carriers: tuple[Carrier, ...] = ()

    def roles(self, month: date) -> dict[str, frozenset[str]]:
        """The roles that carry each family of work at a month end."""
        held = [each for each in self.carriers if each.holds_on(month)]
        families = {each.work_family for each in held}
        return {name: frozenset(c.role for c in held if c.work_family == name) for name in families}
