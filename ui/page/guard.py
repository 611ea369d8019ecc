"""The one place where a page's faults end: in a sentence for the reader, with the details in the log only."""

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

from settings.problem import SettingsProblem
from store.lock import StoreBusy
from store.place import StoreProblem
from ui.figures import session
from ui.page import frame

# A page that went wrong half way is not left half shown.
HIDE_THE_REST = "<style>.st-key-page_body, .ppu-h:not([role]) { display: none; }</style>"
LOG = logging.getLogger("ppu.pages")


@contextmanager
def plainly(place: Callable[[], Any] | None = None) -> Iterator[None]:
    """Whatever goes wrong inside is said in plain words, and nothing goes on to Streamlit.

    It is said at the head instead of the page; or at `place`, which leaves the rest of the page standing.
    Stopping and re-running a page are not faults, and pass.
    """
    try:
        yield
    except SettingsProblem as problem:
        _say(
            place,
            "A setting cannot be used" if len(problem.every) == 1 else "Settings cannot be used",
            *(each.sentence for each in problem.every),
            _way_out(len(problem.every)),
        )
    except (StoreProblem, StoreBusy) as problem:
        _say(place, "The store cannot be used", str(problem))
    except Exception as reason:  # the reader is owed a sentence whatever it was
        damaged = session.damage(reason)
        if damaged:
            _say(place, "The figures cannot be read", damaged, "Load this page again afterwards.")
            return
        reference = secrets.token_hex(4)
        LOG.exception("Reference %s: a page could not be shown", reference)
        _say(
            place,
            "This page cannot be shown",
            "What went wrong is in the dashboard's log, in the window where it was started, "
            f"under reference {reference}.",
            "Load the page again. If it stays, give that reference to whoever looks after the dashboard.",
        )


def _way_out(lines: int) -> str:
    which = "that line" if lines == 1 else "those lines"
    return (
        f"Correct {which} in {session.the_store().settings}, save the file and load this page again. "
        "The figures are as they were, and no return was lost."
    )


def _say(place: Callable[[], Any] | None, head: str, *sentences: str) -> None:
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    if place:
        place().html(f'<div role="alert"><p><b>{escape(head)}.</b></p>{told}</div>')
        return
    frame.head().html(HIDE_THE_REST)
    frame.head().html(f'<div class="ppu-h" role="alert"><div><h1>{escape(head)}</h1>{told}</div></div>')
