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
# Where a purge dies besides.
OF_A_PURGE = ("purge_half_prepared", "purge_prepared")
# Where a candidate dies besides: it writes rows and figures as a load does, and commits nothing.
OF_A_CANDIDATE = ("candidate_compared",)
# A backup dies before it has its name; a restore between any two of its steps.
OF_A_BACKUP = ("backup_whole",)
OF_A_RESTORE = ("restore_half_copied", "restore_whole", "restore_aside", "restore_in_place")
# Where a watched folder dies besides: between the load and the file's being put away.
OF_A_WATCH = ("watch_loaded", "watch_told", "watch_moved")
NAMED = frozenset((*POINTS, *OF_A_PURGE, *OF_A_CANDIDATE, *OF_A_BACKUP, *OF_A_RESTORE, *OF_A_WATCH))


def point(name: str) -> None:
    """Die here, as a power cut would make it, when a test asks for it."""
    assert name in NAMED, name
    if os.environ.get("PPU_FAULT") == name:
        if hasattr(signal, "SIGKILL"):
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(137)
