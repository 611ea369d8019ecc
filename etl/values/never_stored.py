"""Words that betray a reason about a person, which must not be stored."""

from __future__ import annotations

import re

_HEALTH = re.compile(
    r"\b(sick\w*|ill(?:ness|[- ]health)|absen\w*|medical\w*|maternity|paternity|pregnan\w*|stress|injur\w*|"
    r"disab\w*|restricted|restriction\w*|recuperat\w*|adjusted dut\w*|limited dut\w*|suspen\w*|"
    r"misconduct|disciplinary|"
    r"oh referral|occupational health|diagnos\w*|fit note|bereave\w*|lts|dismiss\w*)\b",
    re.I,
)


def tells_of_health(text: str) -> bool:
    """True where the words give a reason of health, leave or conduct."""
    return bool(_HEALTH.search(text))
