"""Months as whole numbers, so that one less the other is the months between them."""

import pandas as pd


def number_of(days: "pd.Series[pd.Timestamp]") -> "pd.Series[float]":
    """The month of each day, counted from year 0; missing stays missing."""
    known = pd.to_datetime(days)
    return (known.dt.year * 12 + known.dt.month - 1).astype(float)


def end_of(months: "pd.Series[float]") -> "pd.Series[pd.Timestamp]":
    """The last day of each month so numbered; no month may be missing."""
    whole = months.astype(int)
    first = pd.to_datetime(pd.DataFrame({"year": whole // 12, "month": whole % 12 + 1, "day": 1}))
    return first + pd.offsets.MonthEnd(0)
