"""From the words of a sheet to codes, each distinct text once."""

from __future__ import annotations

from datetime import date

from settings.model import Settings
from settings.resolve import resolve

DATED = ("units",)
# Lists that no force sets for itself: Home Office tables carry the words of the publication.
NATIONAL = ("strength_worker_types", "bases")


class Codes:
    """Resolves texts through one set of settings, remembering each answer."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._known: dict[tuple[str, str, str, date | None], str | None] = {}

    def code(self, force: str, list_name: str, text: str, on: date) -> str | None:
        """The code of a text on a day; None where the settings do not know it."""
        if list_name in NATIONAL:
            return text
        key = (force, list_name, text, on if list_name in DATED else None)
        if key not in self._known:
            self._known[key] = self._resolve(force, list_name, text, on)
        return self._known[key]

    def _resolve(self, force: str, list_name: str, text: str, on: date) -> str | None:
        try:
            return resolve(self.settings, force, list_name, text, on).code
        except KeyError:
            return None
