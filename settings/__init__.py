"""What a force sets for itself: units, courses, requirements, carriers, ceilings, weights."""

import hashlib
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from settings.loader import load
from settings.model import Settings
from settings.problem import SettingsProblem

SAMPLE = Path(__file__).parent / "sample"

__all__ = ["SAMPLE", "Settings", "SettingsProblem", "digest", "load", "sample"]


@cache
def sample() -> Settings:
    """The settings of Northshire Police, the invented sample force."""
    return load(SAMPLE)


def digest(settings: Settings) -> str:
    """The SHA-256 of everything set, the same whatever the order of files or the comments in them."""
    content = json.dumps(asdict(settings), default=str, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(content.encode()).hexdigest()
