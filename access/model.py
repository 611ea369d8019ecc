"""Who is reading, in what role, and which units they may see."""

from dataclasses import dataclass

Unit = tuple[str, str]


@dataclass(frozen=True)
class Reader:
    """Someone who reads. ``scope`` is the units (force, unit) they may see; None is every unit.

    ``internal``: figures are shown as inside the force; otherwise in publication mode (small groups hidden).
    """

    name: str
    role: str
    scope: frozenset[Unit] | None = frozenset()
    internal: bool = False

    @property
    def is_local(self) -> bool:
        """Whether this is the one user of a dashboard without sign-in."""
        return self.role == "local user"
