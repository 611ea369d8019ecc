"""What accepting would change, worked out in a process of its own and shown before anything is saved."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from contracts import SAYS, TO_DO
from store import labels
from ui.figures import session
from ui.findings import difference as words
from ui.findings import difference_rows as row_words
from ui.page.guard import plainly
from ui.page.open_page import Page
from ui.parts import states
from ui.parts.download import downloads
from ui.parts.plain_table import plain_table
from ui.parts.section import section
from ui.upload import upload_hold, upload_match, upload_unit
from ui.upload.upload_doors import Doors, Problems, Sent

KEY, JOB = "difference_key", "difference_job"
WAITING = "You can accept once what would change is shown."


def show(page: Page, doors: Doors, sent: Sent) -> Problems:
    """What would change; how far it is while it is worked out, and why where it could not be."""
    going = upload_hold.going(sent)
    if not going:
        return []
    status = _status(doors, sent, going)
    if status is None or status.state == "running":
        section(
            "What would change", "Worked out by building the figures as they would be. Nothing is kept of it."
        )
        _watch(doors)
        return []
    found = doors.difference(st.session_state[JOB])
    if found is None:
        section("What would change")
        _not_known(status)
    else:
        _told(page, found)
    return []


def is_ready(doors: Doors) -> bool:
    """Whether the reader has been told what would change, or why that cannot be said."""
    status = doors.status(st.session_state.get(JOB, ""))
    return status is not None and status.state != "running"


def worked_out(doors: Doors) -> Any:
    """What would change, as the reader sees it; None while it is worked out, and where it could not be."""
    return doors.difference(st.session_state.get(JOB, ""))


def seen(doors: Doors) -> Any:
    """On what the difference stands that the reader saw; None where there was none to see."""
    shown = worked_out(doors)
    return shown.base if shown else None


def forget() -> None:
    """Work it out anew when it is next asked for."""
    for key in (KEY, JOB):
        st.session_state.pop(key, None)


def _status(doors: Doors, sent: Sent, going: Sequence[Any]) -> Any:
    """The job for these files and answers, begun where there is none yet."""
    files = [file for file, report in zip(sent.files, sent.reports, strict=True) if report in going]
    holds = upload_hold.stated()
    unit, said = upload_unit.stated(), upload_match.stated()
    held = sorted(each["file"] for each in holds)
    key = (unit, repr(said), repr(held), *((name, hash(data)) for name, data in files))
    known = st.session_state.get(KEY) == key and doors.status(st.session_state[JOB])
    if not known:  # or forgotten since, as every job is after a day
        answers = {
            "holds": [{**each, "reason": each["reason"] or "not said yet"} for each in holds],
            "words": said,
        }
        st.session_state[JOB] = doors.compare(files, answers, unit)
        st.session_state[KEY] = key
    return doors.status(st.session_state[JOB])


@st.fragment(run_every=0.7)
def _watch(doors: Doors) -> None:
    """How far it is, without running the rest of the page."""
    with plainly(st.container):
        now = doors.status(st.session_state.get(JOB, ""))
        if now is not None and now.state == "running":
            st.progress(now.fraction, text=now.message or "Waiting to begin.")
            st.caption(WAITING)
            return
    st.rerun()


def _not_known(status: Any) -> None:
    states.note(
        f"{status.message} You can accept without it; the figures before and after are shown then.",
        lead="What would change could not be worked out.",
    )
    if st.button("Work it out again", key="difference_again"):
        forget()
        st.rerun()


def _told(page: Page, found: Any) -> None:
    section(words.headline(found), words.beside(found))
    for text in dict.fromkeys((*words.refused(found), *found.said)):  # two files may say the same
        states.note(text)
    for text in words.units_gone(found):
        states.note(text, lead="A unit is missing.")
    if found.settings_changed:
        states.note(words.SETTINGS)
    _figures(page, found)
    _findings(page, found)
    _people(page, found)
    _rows(page, found)


def _titled(page: Page) -> words.Titled:
    """Units by the titles of the settings: a unit may be new with these files."""
    titles = {unit.code: unit.title for force in page.settings.forces for unit in force.units}
    return lambda code: titles.get(code, code)


def _figures(page: Page, found: Any) -> None:
    shown = words.figures(words.worth_showing(found), _titled(page))
    if shown.empty:
        return
    plain_table(shown, "Headline figures as they stand and if you accept", cards=True)
    units = words.figures(words.by_unit(found), _titled(page))
    if not units.empty:
        with st.expander(f"Figures of units that would change: {len(units)}"):
            plain_table(units, "Figures of units as they stand and if you accept", cards=True)


def _findings(page: Page, found: Any) -> None:
    table = row_words.findings(found, SAYS, TO_DO, _titled(page), page.reader.internal)
    if not table.empty:
        with st.expander(row_words.findings_title(found)):
            plain_table(table, "Findings across sheets that the files add", 0, cards=True)


def _people(page: Page, found: Any) -> None:
    if not found.people or not page.reader.internal:
        return
    with st.expander(row_words.people_title(found)):
        plain_table(row_words.people(found, _titled(page)), "People who are new, gone or moved", 0)
        if found.persons:
            known: dict[str, str] = {}
            for force in {each.force for each in found.persons}:
                keys = [each.person_key for each in found.persons if each.force == force]
                known |= labels.label_of(session.the_store(), force, keys)
            plain_table(
                row_words.persons(found, known, _titled(page)), "Each person who is new, gone or moved", 0
            )


def _rows(page: Page, found: Any) -> None:
    if not found.rows:
        return
    with st.expander("Rows that are new, changed or gone"):
        plain_table(row_words.rows_by_sheet(found), "Rows by sheet", 0)
        by_unit = row_words.rows_by_unit(found, _titled(page))
        plain_table(by_unit, "Rows by sheet and unit", 0)
        downloads(by_unit, "Rows that would change", "difference_rows")
