"""One row of counts of people whose total is shown, such as reasons for leaving."""

from collections.abc import Sequence

from analysis.disclosure.nested import shown_of
from analysis.disclosure.small_counts import FEWEST_PEOPLE_SHOWN, Hidden, hide_small
from analysis.disclosure.tables import Suppressed

ONE = ""


def hide_row(
    counts: Sequence[float | None], threshold: int = FEWEST_PEOPLE_SHOWN
) -> list[float | Hidden | Suppressed | None]:
    """Hide the small counts of a row whose total is shown, and enough others that none can be worked out.

    Small ones are marked Hidden ("fewer than 5"), those hidden beside them Suppressed ("not shown"): what was
    hidden for another's sake need not be small. The smallest count still shown goes first, zeros only when
    nothing else is left. None (not known) stays None. Raises ValueError for a threshold outside 3 to 10.
    """
    known = {f"{place:06d}": (float(n),) for place, n in enumerate(counts) if n is not None}
    hidden = shown_of(known, dict.fromkeys(known, ONE), threshold=threshold).hidden
    found: list[float | Hidden | Suppressed | None] = []
    for place, n in enumerate(counts):
        shown = hide_small(n, threshold)
        beside = f"{place:06d}" in hidden and not isinstance(shown, Hidden)
        found.append(Suppressed(threshold) if beside else shown)
    return found
