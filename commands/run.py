"""Running other programs from the project's folder."""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from commands.places import ROOT, Stop

LAST_WORDS = 4000
Explain = Callable[[str], str]


def show(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run a command whose output the reader sees; gives its exit code."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=_with(environment))


def quietly(
    command: Sequence[str | Path],
    explain: Explain,
    environment: Mapping[str, str] | None = None,
    heard: Callable[[str], None] | None = None,
) -> str:
    """Run a command and give what it said; where it fails print that and stop with a sentence about it.

    `heard` is told each line as the command prints it.
    """
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=_with(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:
        assert running.stdout is not None
        lines = [_heard(line, heard) for line in running.stdout]
    said = "".join(lines).strip()
    if running.returncode:
        print(said[-LAST_WORDS:], flush=True)
        raise Stop(explain(said))
    return said


def _heard(line: bytes, heard: Callable[[str], None] | None) -> str:
    text = line.decode("utf-8", "replace")
    if heard:
        heard(text.rstrip())
    return text


def _with(environment: Mapping[str, str] | None) -> dict[str, str]:
    return {**os.environ, **(environment or {})}
