"""Buttons that hand over what is shown, as CSV and as a workbook."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from exports.tables import file_name, to_csv, to_xlsx
from ui.page.open_page import Page


def downloads(
    frame: pd.DataFrame | Callable[[], pd.DataFrame], title: str, key: str, notes: tuple[str, ...] = ()
) -> None:
    """Two buttons; the file is made only when one is pressed.

    `frame`: what is shown, or what makes it where it is more than the page shows and may be large.
    """

    def held() -> pd.DataFrame:
        return frame() if callable(frame) else frame

    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "Download CSV",
            data=lambda: to_csv(held()),
            file_name=file_name(title, "csv"),
            mime="text/csv",
            key=f"{key}_csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "Download Excel",
            data=lambda: to_xlsx(held(), title, notes),
            key=f"{key}_xlsx",
            file_name=file_name(title, "xlsx"),
            on_click="ignore",
            icon=":material/table_view:",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )


def page_notes(page: Page) -> tuple[str, ...]:
    """What a downloaded file says about itself: force, units, month, publication, states."""
    from ui.figures import decided
    from ui.page.header import subline
    from ui.parts import states

    lines = [
        " · ".join(subline(page)),
        states.stale_words(page),
        states.partial_words(page),
        *decided.said(page),
        f"Published file: {str(page.world.file).rsplit('/', 1)[-1]}",
    ]
    return tuple(line for line in lines if line)
