"""Methods: how signals are told, what is hidden, and the hours, lines and years that the force has set."""

import pandas as pd

from exports.document import Block
from metrics.catalogue import METRICS
from ui.briefing.seen import Seen, paragraphs, table
from ui.findings.signals import UNSEEN
from ui.parts import states
from ui.parts.wording import day

SIGNALS = (
    "A month is called unusual only where it lies outside the usual range of its own unit, or a run of "
    "months does what chance seldom gives. "
)
RATES = "A rate of several units is the sum of the parts, divided once. A missing return is not a zero."


def blocks(seen: Seen) -> tuple[Block, ...]:
    """What holds of every figure, then what the force has set, with who set it."""
    hidden = "" if seen.page.reader.internal else states.hidden_words()
    return (*paragraphs(SIGNALS + UNSEEN, RATES, hidden), *_lines(seen), *_match(seen))


def _lines(seen: Seen) -> tuple[Block, ...]:
    """The levels that the force watches, each with its reason."""
    page = seen.page
    held = page.force_settings.lines if page.force_settings else ()
    rows = [
        (METRICS[line.metric].title, METRICS[line.metric].say(line.level), line.set_by or "not written down",
         line.why or "not written down", day(line.valid_from) if line.valid_from else "not written down")
        for line in held
        if line.metric in METRICS and page.month and line.holds_on(page.month)
    ]  # fmt: skip
    columns = ["Measure", "Level the force watches", "Set by", "Why", "Holds from"]
    return table("Levels that the force has set", pd.DataFrame(rows, columns=columns).drop_duplicates())


def _match(seen: Seen) -> tuple[Block, ...]:
    """The share of people that must be matched across systems before a figure that joins them is given."""
    held = seen.page.force_settings
    if held is None:
        return ()
    return paragraphs(
        f"Figures that join people across systems are given where {held.match_limit:.0%} of them could be "
        "matched, the limit that the force has set."
    )
