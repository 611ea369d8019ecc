"""The same files and answers once more, where the store moved on between the look and the accept."""

from typing import Any

import streamlit as st

from ui.parts import states
from ui.upload import upload_difference
from ui.upload.upload_doors import Files, Sent

SENT, AGAIN, TOLD = "upload_sent", "upload_again", "upload_again_told"
ANSWERS = ("accept_reason_", "same_reason_", "hold_", "upload_unit", "upload_words")
MOVED = "moved"


def keep(sent: Sent) -> None:
    """Keep what is being sent, because the page shows nothing of it while it is loaded."""
    answers = {str(k): v for k, v in st.session_state.items() if str(k).startswith(ANSWERS)}
    st.session_state[SENT] = (list(sent.files), answers)


def is_needed(status: Any) -> bool:
    """Whether nothing was loaded because what would change is no longer what was shown."""
    return status is not None and status.step == MOVED and SENT in st.session_state


def begin(status: Any) -> None:
    """Take the files and answers up again, with what would change worked out anew."""
    files, answers = st.session_state.pop(SENT)
    st.session_state[AGAIN], st.session_state[TOLD] = files, status.said
    for name, value in answers.items():
        st.session_state[name] = value
    upload_difference.forget()


def files() -> Files:
    """The files that are taken up again; none where there is nothing to repeat."""
    return list(st.session_state.get(AGAIN, []))


def forget() -> None:
    """Leave them behind."""
    for name in (SENT, AGAIN, TOLD):
        st.session_state.pop(name, None)


def told() -> None:
    """Why the reader is asked again, and the way to other files."""
    for text in st.session_state.get(TOLD, ()):
        states.note(text)
    if AGAIN in st.session_state and st.button("Choose other files", key="other_files"):
        forget()
        st.rerun()
