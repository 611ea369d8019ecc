"""What a page works out of published figures, kept: the same file, reader and filters give the same again."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from ui.figures import shown
from ui.page.open_page import Page

T = TypeVar("T")
P = ParamSpec("P")


def kept(page: Page, asked: tuple[object, ...], make: Callable[[], T]) -> T:
    """`make()`, worked out once for each page that shows the same (`Page.shows`), and `asked`.

    `asked` begins with a name of its own, then what else the answer depends on, in words or numbers. The
    answer is shared by all who may see the same, and is not to be changed. The measures it read are told to
    the footer.
    """
    answer, measures = _kept(f"{asked} {page.shows}", make)
    shown.again(measures)
    return answer


def once(make: Callable[Concatenate[Page, P], T]) -> Callable[Concatenate[Page, P], T]:
    """The same function of a page, and of words that say what is asked of it, its answer kept as above."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def answer(page: Page, *asked: P.args, **named: P.kwargs) -> T:
        return kept(page, (name, *asked, *named.items()), lambda: make(page, *asked, **named))

    return answer


@st.cache_resource(max_entries=3000, show_spinner=False)
def _kept(key: str, _make: Callable[[], Any]) -> tuple[Any, shown.Seen]:
    """Kept by what was asked, in words: a page asks dozens of times, and words are sooner compared."""
    return shown.heard(_make)
