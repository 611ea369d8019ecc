"""The places where a test makes the process die, named by `PPU_FAULT`. Each kill leaves the store whole."""

from __future__ import annotations

import os
import signal

# In the order a load meets them.
POINTS: tuple[str, ...] = (
    "lock_held",
    "accepted_half_written",
    "accepted_in_place",
    "warehouse_half_built",
    "warehouse_built",
    "warehouse_in_place",
    "control_half_written",
    "control_before_commit",
    "control_committed",
    "cleaning",
)
# Where a candidate dies besides: it writes rows and figures as a load does, and commits nothing.
OF_A_CANDIDATE = ("candidate_compared",)


def point(name: str) -> None:
    """Die here, as a power cut would make it, when a test asks for it."""
    assert name in (*POINTS, *OF_A_CANDIDATE), name
    if os.environ.get("PPU_FAULT") == name:
        if hasattr(signal, "SIGKILL"):
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(137)
