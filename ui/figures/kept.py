"""What a page works out of published figures, kept: the same file, reader and filters give the same again."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from ui.figures import shown
from ui.page.open_page import Page

T = TypeVar("T")


def kept(page: Page, asked: tuple[str | None, ...], make: Callable[[], T]) -> T:
    """`make()`, worked out once for each published file, force, month, scope and settings, and `asked`.

    `asked` begins with a name of its own, then what else the answer depends on. The answer is shared by all
    who may see the same, and is not to be changed. The measures it read are told to the footer.
    """
    key = (
        *asked,
        page.world.file,
        page.force,
        str(page.month),
        bool(page.reader.internal),
        hash(page.force_settings),
        *(f"{force}/{unit}" for force, unit in sorted(page.scope)),
    )
    answer, measures = _kept(key, make)
    shown.again(measures)
    return answer


@st.cache_resource(max_entries=500, show_spinner=False)
def _kept(key: tuple[Any, ...], _make: Callable[[], Any]) -> tuple[Any, dict[str, Any]]:
    return shown.heard(_make)
