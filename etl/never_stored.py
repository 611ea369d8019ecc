"""Words that betray what must not be stored: reasons about a person, columns about victims, free text."""

from __future__ import annotations

import re

_HEALTH = re.compile(
    r"\b(sick\w*|ill(?:ness|[- ]health)|absen\w*|medical\w*|maternity|paternity|pregnan\w*|stress|injur\w*|"
    r"disab\w*|restricted|restriction\w*|recuperat\w*|adjusted dut\w*|limited dut\w*|suspen\w*|"
    r"misconduct|disciplinary|"
    r"oh referral|occupational health|diagnos\w*|fit note|bereave\w*|lts|dismiss\w*)\b",
    re.I,
)
_PERSONAL = re.compile(
    r"\b(victim\w*|suspect\w*|offender name|complainant\w*|survivor\w*|child(?:'s)? name|address|"
    r"postcode|dob|"
    r"date of birth|surname|forename|first name|full name|^name|comments?|notes?|narrative|"
    r"summary|remarks|details|"
    r"free text|description|mo|email|phone|mobile|gender|ethnicity|religion)\b",
    re.I,
)


def tells_of_health(text: str) -> bool:
    """True where the words give a reason of health, leave or conduct."""
    return bool(_HEALTH.search(text))


def is_personal_heading(text: str) -> bool:
    """True for a heading over names, victims, personal facts or free text."""
    return bool(_PERSONAL.search(text.strip()))
