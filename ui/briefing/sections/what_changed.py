"""What changed: the signals of the month, each unit's largest family of work, and what is unusual."""

from exports.document import Block, Chart
from ui.briefing.seen import Seen, as_frame, findings, paragraphs, table
from ui.findings import signals as words
from ui.overview import overview, unit_table, what_changed
from ui.parts.wording import month_name


def blocks(seen: Seen) -> tuple[Block, ...]:
    """The sentences of the overview; in a full pack its small charts and its table of units too."""
    page = seen.page
    figures = overview.figures(page)
    told = what_changed.sentences(page, figures.judged)
    lines = [f"{each.state.glyph} {each.state.word}. {each.says} {each.so}" for each in told]
    below = what_changed.below(page, figures.judged)
    nothing = () if told or not figures.judged else (words.NOTHING, words.UNSEEN)
    if seen.is_brief:
        return findings(*(nothing or lines)) or paragraphs(*below)
    head = findings(overview.headline(page), *(nothing or lines))
    models, _ = overview.multiples(page)
    columns, rows = unit_table.table(page)
    shown = table(f"Pressure by unit, {month_name(page.month)}", as_frame(columns, rows), 1)
    return (*head, *paragraphs(*below), *(Chart(model) for model in models), *shown)
