"""What is said of where people go from a unit: another unit, out of public protection, out of the force."""

from analysis.incidence import Incidence, incidence_of
from charts.stacked import Stacked
from metrics.tenure import Tenure
from ui.findings.tenure import ALL, SHOWN_AFTER, Name, title_of
from ui.parts.wording import join, plural

STILL = "Still there"
PLACES = {
    "moved_unit": ("Another unit", "move unit"),
    "left_public_protection": ("Out of public protection", "leave public protection"),
    "left_force": ("Left the force", "leave the force"),
    "left_unit": ("Left the unit, where to not known", "go, where to not known"),
}
NOT_KNOWN = "left_unit"
"""A return of another unit is missing, so nobody can say whether they went there or out."""


def destinations(found: Tenure, name: Name) -> Stacked | None:
    """Where people have gone after one year, two and so on; None where too few were seen so long."""
    where = incidence_of(found.sets)
    after = [n for n in SHOWN_AFTER if where.times and where.starts_at <= n <= where.times[-1]]
    if not after:
        return None
    places = _places(where)
    rows = tuple((f"After {n} months", _parts(where, places, n)) for n in after)
    return Stacked(
        _title(places, after[-1], rows[-1][1]),
        f"Share of people {_of_whom(title_of(found, name), where.starts_at)}, by where they are; "
        "who goes one way cannot go another",
        (STILL, *(PLACES[place][0] for place in places)),
        rows,
        first_column="Time since joining",
        decimals=0,
        suffix="%",
    )


def _places(where: Incidence) -> tuple[str, ...]:
    """Every place that is known, and "not known" where it is so of anybody."""
    some = any(cause == NOT_KNOWN and left for cause, left in where.exits)
    return tuple(place for place in PLACES if some or place != NOT_KNOWN)


def _parts(where: Incidence, places: tuple[str, ...], after: int) -> tuple[float | None, ...]:
    place = max((i for i, t in enumerate(where.times) if t <= after), default=None)
    shares = dict.fromkeys(PLACES, 0.0)
    for cause, gone in where.gone:
        shares[cause] += 100 * gone[place] if place is not None else 0.0
    return (100 - sum(shares.values()), *(shares[each] for each in places))


def _title(places: tuple[str, ...], after: int, parts: tuple[float | None, ...]) -> str:
    said = (f"{part or 0:.0f}% {PLACES[place][1]}" for place, part in zip(places, parts[1:], strict=True))
    return f"Within {after} months {join(said)}"


def _of_whom(who: str, starts_at: float) -> str:
    """Those who join; where too few were seen that early, those who had already stayed so long."""
    where = "a unit" if who == ALL else who
    return f"who had stayed {plural(starts_at, 'month')} in {where}" if starts_at else f"who join {where}"
