"""The part of the benchmarks page on the set of similar forces that the force has chosen."""

from datetime import date

import pandas as pd

from settings.similar import SimilarForces, sets_on
from ui.figures import session, status
from ui.findings import functions
from ui.findings.national import similar as words
from ui.page import filters
from ui.page.header import force_name
from ui.page.open_page import Page
from ui.parts.download import downloads
from ui.parts.plain_table import plain_table
from ui.parts.said import say, say_small
from ui.parts.section import section
from ui.parts.wording import day


def similar(page: Page, figures: pd.DataFrame, worker: str, basis: str) -> None:
    """The reader's own force beside its set: median and range, each with its number; words where none is."""
    section(
        "Beside similar forces", f"{worker[:1].upper()}{worker[1:]}, {basis}, from the tables loaded here."
    )
    # The set is the force's own, of today, whichever force is picked above and however old the table is.
    force = page.force_settings.name if page.force_settings else force_name(page)
    chosen = _chosen(page, status.today())
    if chosen is None:
        say(words.NOT_SET)
        return
    changed, first, last = words.changes(figures)
    rows = [words.row(words.CHANGE, words.period(first, last), changed, force, chosen), _share(force, chosen)]
    table = words.table(rows)
    if table.empty:
        say("None of the forces of the set is in the tables loaded here.")
    else:
        say(words.finding(table, force))
        plain_table(table, f"{force} beside {chosen.name}", 1)
        downloads(table, f"{force} beside {chosen.name}", "similar", (words.about(chosen),))
    say_small(words.about(chosen))


def _chosen(page: Page, on: date) -> SimilarForces | None:
    held = page.force_settings
    sets = sets_on(held.similar_forces, on) if held else ()
    if len(sets) < 2:
        return sets[0] if sets else None
    named = {each.name: each for each in sets}
    return named[filters.choose("Similar forces", list(named), "similar")]


def _share(force: str, chosen: SimilarForces) -> tuple[object, ...] | None:
    """Officers in public protection, where the functions table has been loaded."""
    shares = functions.frame(session.query("public_protection_share"))
    if shares.empty:
        return None
    latest = functions.newest(shares).dropna(subset=["share"])
    values = latest.set_index("force")["share"]
    on = day(latest["as_at"].iloc[0]) if len(latest) else ""
    return words.row(words.SHARE, on, values, force, chosen)
