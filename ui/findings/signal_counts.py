"""How many signals there are and of which months, beside how many chance alone would give."""

from collections.abc import Sequence
from datetime import date

from analysis.chance import ByChance
from metrics.judged import Judged
from ui.findings.signals import MOST, last_quarter
from ui.parts.wording import join, plural


def counted(found: Sequence[Judged], chance: ByChance) -> str:
    """How many signals, of which months, how many chance alone would give, and of how many charts."""
    if not chance.charts:
        return "No chart has enough months to be judged yet: a usual range takes eight in a row."
    about = "fewer than one" if chance.under_one else f"about {chance.about}"
    seen = [each for each in found if each.signal is not None]
    parts = [f"{_of_when(seen)}; {about} expected by chance.", f"{plural(chance.charts, 'chart')} judged."]
    if len(seen) > MOST:
        parts.insert(1, f"The {MOST} to look at first are shown.")
    return " ".join(parts)


def _of_when(seen: Sequence[Judged]) -> str:
    """`3 signals: 2 of this month, 1 of the last whole quarter (July to September)`.

    Small counts are judged by quarter, and one that has just begun is not judged: theirs may be long past.
    """
    by_quarter = [each for each in seen if each.kind == "quarterly"]
    if not by_quarter:
        return f"{plural(len(seen), 'signal')} this month"
    quarters = join(_said(*ends) for ends in sorted({last_quarter(each) for each in by_quarter}))
    quarter = f"of the last whole quarter ({quarters})"
    if len(by_quarter) == len(seen):
        return f"{plural(len(seen), 'signal')}, {quarter}"
    monthly = len(seen) - len(by_quarter)
    return f"{plural(len(seen), 'signal')}: {monthly} of this month, {len(by_quarter)} {quarter}"


def _said(first: date, last: date) -> str:
    return f"{first:%B} to {last:%B}"
