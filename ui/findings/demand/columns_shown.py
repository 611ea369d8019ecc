"""A table without the columns of which nothing may be shown, and the one sentence that says so."""

import pandas as pd

from analysis.disclosure import NotShown
from ui.parts.wording import join


def without_hidden(frame: pd.DataFrame) -> pd.DataFrame:
    """The columns that show something in one row at least; the names of the others are kept beside them."""
    gone = [name for name in frame if len(frame) and all(isinstance(each, NotShown) for each in frame[name])]
    left = frame.drop(columns=gone)
    left.attrs["hidden"] = tuple(gone)
    return left


def hidden_said(frame: pd.DataFrame) -> str:
    """Which columns are left out, and why; "" where none is."""
    gone = frame.attrs.get("hidden", ())
    if not gone:
        return ""
    return f"Not shown, so that nobody in a group of under 5 people can be picked out: {join(gone)}."
