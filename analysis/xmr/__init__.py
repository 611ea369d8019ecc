"""XmR charts: telling a signal from chance in independent monthly values (NHS Making Data Count)."""

from analysis.xmr.chart import Point, XmrChart, xmr
from analysis.xmr.limits import Limits
from analysis.xmr.rules import PRECEDENCE, Reason

__all__ = ["PRECEDENCE", "Limits", "Point", "Reason", "XmrChart", "xmr"]
