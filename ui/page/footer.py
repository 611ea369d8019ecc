"""The foot of every page: what its measures mean, which files it comes from, and a link to this view."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from html import escape
from urllib.parse import urlencode

import streamlit as st

import access
from metrics.catalogue import METRICS
from ui.figures import session, shown
from ui.figures.status import TITLES
from ui.page import frame, view
from ui.page.menu import entry
from ui.parts import states
from ui.parts.wording import day, month_name, plural
from ui.trace.trace_link import address
from ui.trace.trace_link import link as link_to

SLOT = "footer_link"


def draw() -> None:
    """The part that every page has, whatever it goes on to show."""
    seen = view.current()
    frame.foot().html(f'<p class="ppu-foot">{escape(published(session.publication()))}</p>')
    st.session_state[SLOT] = frame.foot().empty()
    _link(seen)


def finish() -> None:
    """What only the page's own run can tell: its measures, and that one of them had to be withheld."""
    _link(view.current())
    held = shown.withheld()
    if held is not None:
        with frame.head():
            states.note(states.withheld_words(held), lead="Some figures are withheld.")
    names = shown.measures()
    if names:
        _sources(view.current())
        with frame.foot(), st.expander(f"What the {plural(len(names), 'measure')} on this page mean"):
            st.html(definitions(names))


def _link(seen: view.View) -> None:
    """Drawn once more after the page, whose own filters write to the address as it runs."""
    with st.session_state[SLOT].popover("Copy link to this view", icon=":material/link:"):
        st.caption(
            "Opened on this computer, it shows the same page, month and filters. "
            "The sign at its right end copies it."
        )
        st.code(link(st.context.url or "", st.query_params.to_dict(), seen), language=None)


def _sources(seen: view.View) -> None:
    reader = access.identify()
    mine = [unit for force, unit in access.scope(reader, session.settings()) if force == seen.force]
    rows = sources(seen.force, seen.month, mine, reader.internal)
    if rows:
        with (
            frame.foot(),
            st.expander(f"Source files of {month_name(seen.month)} ({plural(len(rows), 'file')})"),
        ):
            st.html("<ul>" + "".join(f"<li>{escape(row)}</li>" for row in rows) + "</ul>")


def published(made: object) -> str:
    """Which publication the figures are of, and when it was made."""
    if made is None:
        return "Nothing has been published yet."
    return f"Figures are those of publication {made.id}, made {moment(made.made_at)}."


def sources(
    force: str | None, month: date | None, units: Iterable[str], internal: bool, file: str | None = None
) -> tuple[str, ...]:
    """The files behind the figures of some units at a month, of a published file or the current one.

    What a file is called was typed by whoever sent it: readers outside the force are not shown that.
    """
    rows = session.query("sources", {"force": force, "month": month, "units": sorted(units)}, file)
    return tuple(dict.fromkeys(source(name if internal else "", *rest) for name, *rest in rows))


def source(file_name: str, datasets: str, loaded_at: datetime | str | None) -> str:
    """A file, where it is named, the sheets that were read from it, and when."""
    sheets = ", ".join(TITLES.get(name, name.capitalize()) for name in datasets.split(","))
    return f"{file_name + ': ' if file_name else ''}{sheets}; loaded {moment(loaded_at)}"


def moment(when: datetime | str | None) -> str:
    """A day and a time, in words."""
    if when is None:
        return "at a time not kept"
    at = when if isinstance(when, datetime) else datetime.fromisoformat(when)
    return f"{day(at.date())} at {at:%H:%M}"


def link(address: str, filters: dict[str, str], seen: view.View) -> str:
    """The address of this view. It names the month, so that it shows the same when a newer one is loaded."""
    month = {"month": f"{seen.month:%Y-%m}"} if seen.month else {}
    asked = urlencode({**month, **filters})
    return f"{address.split('?')[0]}?{asked}" if asked else address


def definitions(names: Sequence[str]) -> str:
    """Each measure with its question, linked to its definition, which is written in one place."""
    page = entry("data/definitions").url_path
    items = (
        f'<li><a href="{escape(page + "?" + urlencode({"theme": m.theme, "q": m.title}))}" target="_self">'
        f"{escape(m.title)}</a>: {escape(m.question)} {link_to(address(m.id), m.question)}</li>"
        for m in (METRICS[name] for name in names)
    )
    return f"<ul>{''.join(items)}</ul>"
