"""Which counts of people may be shown: small ones hidden, with what gives them away, and attacked."""

from analysis.disclosure.attacks import Attack, attack
from analysis.disclosure.derived import NO_DENOMINATOR, median_shown, ratio_shown
from analysis.disclosure.differencing import CheckedPacks, Figure, SmallChange, check_against_earlier
from analysis.disclosure.nested import EVERYTHING, Shown, shown_of
from analysis.disclosure.ranges import Range
from analysis.disclosure.rolling import RollingSums
from analysis.disclosure.rounding import Rounded, RoundedTable, round_count, round_table, rounded_share
from analysis.disclosure.rows import hide_row
from analysis.disclosure.small_counts import (
    FEWEST_PEOPLE_SHOWN,
    Hidden,
    NotShown,
    Withheld,
    hide_small,
)
from analysis.disclosure.suppression import hide_primary, protect
from analysis.disclosure.tables import (
    CAN_BE_WORKED_OUT,
    MISSING,
    NOT_VERIFIED,
    ProtectedTable,
    PublicationRefused,
    Suppressed,
    Table,
)

__all__ = [
    "CAN_BE_WORKED_OUT",
    "EVERYTHING",
    "FEWEST_PEOPLE_SHOWN",
    "MISSING",
    "NOT_VERIFIED",
    "NO_DENOMINATOR",
    "Attack",
    "CheckedPacks",
    "Figure",
    "Hidden",
    "NotShown",
    "ProtectedTable",
    "PublicationRefused",
    "Range",
    "RollingSums",
    "Rounded",
    "RoundedTable",
    "Shown",
    "SmallChange",
    "Suppressed",
    "Table",
    "Withheld",
    "attack",
    "check_against_earlier",
    "hide_primary",
    "hide_row",
    "hide_small",
    "median_shown",
    "protect",
    "ratio_shown",
    "round_count",
    "round_table",
    "rounded_share",
    "shown_of",
]
