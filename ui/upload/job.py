"""A load or an undo that runs in a process of its own: started here, watched here, told when it has ended.

The page can be closed at any moment; the work goes on, and its result waits in the store.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui.page.guard import plainly

RUNNING, ENDED = "job_running", "job_ended"
Figures = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Job:
    """A job that was started from a page: its name, what it does, and the headline figures before it.

    `others` are loads that it leaves standing.
    """

    name: str
    does: str
    before: Figures
    others: tuple[str, ...] = ()


def begin(
    start: Callable[[], str],
    does: str,
    before: Figures,
    others: tuple[str, ...] = (),
) -> None:
    """Start a job and remember it for this reader; the page runs again to show its progress."""
    st.session_state.pop(ENDED, None)
    st.session_state[RUNNING] = Job(start(), does, before, others)
    st.rerun()


def running() -> Job | None:
    """The job that this reader waits for."""
    return st.session_state.get(RUNNING)


def ended(does: str) -> tuple[Job, Any] | None:
    """The job that ended last, with what it said, where it did what is asked about."""
    found = st.session_state.get(ENDED)
    return found if found and found[0].does == does else None


def forget() -> None:
    """Put the result away."""
    st.session_state.pop(ENDED, None)


@st.fragment(run_every=0.7)
def watch(status: Callable[[str], Any]) -> None:
    """Show how far the job is, twice in three seconds, without running the rest of the page."""
    with plainly(st.container):  # a part that runs by itself is outside the dashboard's own
        _watch(status)


def _watch(status: Callable[[str], Any]) -> None:
    job = running()
    if job is None:
        return
    now = status(job.name)
    if now is not None and now.state == "running":
        st.progress(now.fraction, text=now.message or "Waiting to begin.")
        st.caption("The work goes on if this page is closed.")
        return
    st.session_state[ENDED] = (job, now)
    st.session_state.pop(RUNNING, None)
    _show_newest_month()
    st.rerun()


def _show_newest_month() -> None:
    """The month filter goes to the newest month again, because there may be a newer one now."""
    for key in ("filter_month", "wrote_month"):
        st.session_state.pop(key, None)
    st.query_params.pop("month", None)
