"""Training: who is in date, what expires, what to book, and what is not known."""

from exports.document import Block
from ui.briefing.seen import Seen, as_frame, chart, findings, paragraphs, table
from ui.findings import training as words
from ui.workforce import training
from ui.workforce.training_standing import TITLE, standing_table

IN_DATE = "training/required_course_in_date"


def blocks(seen: Seen) -> tuple[Block, ...]:
    """The finding, what to do, what expires; in a full pack the matrix and the three states by unit."""
    page = seen.page
    if page.status.of("people") is None or page.status.of("training") is None:
        return paragraphs(
            "No Training return, or no People, for this month: nothing can be said of who is trained."
        )
    to_do = [f"{what}. {why}" for what, why in training.so_what(page, seen.unit)]
    head = (
        *findings(training.headline(page, seen.unit), *to_do),
        *chart(training.expiry_chart(page, seen.unit), 0),
    )
    if seen.is_brief:
        return head
    across, rows = training.matrix_rows(page, seen.unit, "role", IN_DATE)
    caption = words.matrix_caption(False, "role", page.month)
    matrix = table(caption, as_frame(["Course", *across], rows)) if rows else ()
    standing = standing_table(page)
    return (*head, *matrix, *table(f"{TITLE}, by unit", standing, 0))
