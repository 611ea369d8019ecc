"""Whether the published figures are those that the accepted rows give."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from etl.doctoring.finding import Finding, found
from store.place import Store

ROOT = Path(__file__).resolve().parents[2]


def as_made_again(store: Store, file: str) -> Iterator[Finding]:
    """Read the current file whole and make the figures again beside it. `file` is a name under published/."""
    for code, detail in ask(store).items():
        yield found(code, f"published/{file}", detail=detail)


def ask(store: Store) -> dict[str, str]:
    """What is not right about the figures, by code, as a process of its own says that dies where it must."""
    done = subprocess.run(
        [sys.executable, "-m", "etl.doctoring.figures_apart", str(store.path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ.copy(),
        check=False,
    )
    if done.returncode < 0:  # killed by what it read
        return {"published_unreadable": ""}
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [""])[-1]
        return {"not_compared": f"making them again ended early ({last[:120]})."}
    said: dict[str, str] = json.loads(done.stdout)
    return said
