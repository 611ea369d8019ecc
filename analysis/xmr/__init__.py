"""XmR charts: telling a signal from chance in independent monthly values (NHS Making Data Count)."""

from analysis.xmr.chart import Point, XmrChart, xmr
from analysis.xmr.limits import Limits
from analysis.xmr.rebasing import NoRebase, why_not_rebase
from analysis.xmr.rules import PRECEDENCE, Reason

__all__ = ["PRECEDENCE", "Limits", "NoRebase", "Point", "Reason", "XmrChart", "why_not_rebase", "xmr"]
