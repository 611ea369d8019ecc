"""What units together are called: by their type, as those in view, as those with recorded crimes."""

from collections.abc import Sequence
from typing import Any

from ui.page.open_page import Page
from ui.parts.wording import plural


def types(units: Sequence[Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Units of one type together; a type of one unit by the unit's own title."""
    types: dict[str, list[Any]] = {}
    for unit in units:
        types.setdefault(unit.type, []).append(unit)
    return tuple(sorted((_name(same), tuple(u.code for u in same)) for same in types.values()))


def _name(units: Sequence[Any]) -> str:
    return str(units[0].title) if len(units) == 1 else f"{units[0].type}, {len(units)} units"


def name_of_view(page: Page, standing: Sequence[Any]) -> str:
    """The units in view in words: public protection only where they are all of the force."""
    own = [u for u in page.world.units_of(page.force or "") if page.month and u.is_expected(page.month)]
    if len(standing) >= len(own) > 0:
        return "Public protection"
    return str(standing[0].title) if len(standing) == 1 else f"These {plural(len(standing), 'unit')}"


def name_of_counted(standing: Sequence[Any], counted: Sequence[str]) -> str:
    """The units with recorded crimes in words: one by its title."""
    titles = [str(unit.title) for unit in standing if unit.code in counted]
    return titles[0] if len(titles) == 1 else f"{plural(len(titles), 'unit')} with recorded crimes"
