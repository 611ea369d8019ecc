"""Spells as they stood at an earlier month end: what was seen after it is left out."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.months import number_of
from analysis.risk_sets import STILL_HERE, Numbers


@dataclass(frozen=True)
class Seen:
    """Watches up to a month end, one value for each in all four: months served when the watch began and when
    it ended (missing where it is not known when they joined), where to they left ("" for still there), and
    their unit.
    """

    entry: Numbers
    time: Numbers
    exit: "npt.NDArray[np.object_]"
    unit: "npt.NDArray[np.object_]"

    def only(self, chosen: "npt.NDArray[np.bool_]") -> "Seen":
        """Some of the watches."""
        return Seen(self.entry[chosen], self.time[chosen], self.exit[chosen], self.unit[chosen])

    @property
    def start_unknown(self) -> int:
        """Watches of people of whom nobody said when they joined: without a length, they are in no curve."""
        return int(np.isnan(self.entry).sum())


class History:
    """The spells of a force (analysis.spells), to be asked how they stood at each of many month ends.

    Dates of joining and where people went are as known now; a later return that puts them right counts.
    """

    def __init__(self, spells: pd.DataFrame) -> None:
        self._first = number_of(spells["first_seen"]).to_numpy()
        self._last = number_of(spells["last_seen"]).to_numpy()
        self._left = number_of(spells["left_in"]).to_numpy()
        self._entry = spells["entry"].to_numpy(dtype=np.float64)
        self._exit = spells["exit"].to_numpy(dtype=object)
        self._unit = spells["unit"].to_numpy(dtype=object)

    def at(self, month_end: date) -> Seen:
        """Who had been seen by that month end, and who had left by it."""
        month = float(month_end.year * 12 + month_end.month - 1)
        gone = self._left <= month
        until = np.where(gone, self._left, np.minimum(self._last, month))
        every = Seen(
            self._entry, self._entry + until - self._first, np.where(gone, self._exit, STILL_HERE), self._unit
        )
        return every.only(self._first <= month)
