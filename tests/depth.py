"""How long the tests look: `python3 tasks.py test --deep` sets PPU_DEEP, and they look for longer."""

import os
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

DEEP = bool(os.environ.get("PPU_DEEP"))
ORDINARY_EXAMPLES = 20
TIMES = 50

# Ordinarily the same examples on every run: a failure seen once can be seen again.
settings.register_profile(
    "ordinary", derandomize=True, deadline=None, database=None, max_examples=ORDINARY_EXAMPLES
)
# Many more, and others on every run; a failure says how it can be seen again.
settings.register_profile(
    "deep", print_blob=True, deadline=None, database=None, max_examples=ORDINARY_EXAMPLES * TIMES
)
PROFILE = "deep" if DEEP else "ordinary"


def one_of(values: Sequence[Any], which: int = 0) -> list[Any]:
    """Cases of which an ordinary run takes one, the `which`-th, and a deep one all."""
    cases = [pytest.param(*(v if isinstance(v, tuple) else (v,)), marks=pytest.mark.deep) for v in values]
    cases[which % len(cases)] = values[which % len(values)]
    return cases


def examples(ordinary: int) -> settings:
    """Settings for a test whose examples are slow: a third of them, and ten times so many when deep."""
    return settings(
        max_examples=ordinary * 10 if DEEP else max(ordinary // 3, 3),
        suppress_health_check=[HealthCheck.too_slow],
    )
