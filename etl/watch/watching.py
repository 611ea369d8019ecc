"""Rounds, once or until somebody asks to stop; the file in hand is finished first."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from etl.watch.folder import Folder, FolderProblem
from etl.watch.one_round import Rules, Told, one_round
from etl.watch.one_watcher import alone

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2
GONE = "The folder {0} is not where it was. Put it back, then start this again."
SLICE = 0.5  # seconds; Windows hears Ctrl+C only between two waits


class Stop:
    """Whether somebody asked to stop, and waiting until then."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    def ask(self, *_: int | FrameType | None) -> None:
        """Ask; as a signal does."""
        self._asked.set()

    def asked(self) -> bool:
        """Whether somebody asked."""
        return self._asked.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait; False as soon as somebody asks to stop."""
        until = time.monotonic() + seconds
        while not self.asked() and (left := until - time.monotonic()) > 0:
            self._asked.wait(min(left, SLICE))
        return not self.asked()


@contextmanager
def heard(stop: Stop) -> Iterator[None]:
    """Let Ctrl+C and the end of a service ask to stop, instead of ending the work in its middle."""
    before = {each: signal.signal(each, stop.ask) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def watch(
    rules: Rules, folder: Folder, stop: Stop, say: Callable[[str], None], every: float | None = None
) -> int:
    """One round, or one every so many seconds until `stop`; gives the exit code.

    After one round: 1 where a file was refused, 2 where one could not be read, loaded or put away. After the
    last of many 0. Raises FolderProblem where somebody else watches, or the folder cannot be used any more.
    """
    with alone(folder):
        for ours in ("done", "refused"):
            folder.inside(ours).close()
        before: frozenset[str] = frozenset()
        while True:
            told = list(_told(rules, folder, stop, say, before))
            if every is None:
                return _code(told)
            # What stays is said once, not in every round.
            before = frozenset(each.line for each in told if each.came in ("left", "could not"))
            if not stop.wait(every):
                return DONE


def _told(
    rules: Rules, folder: Folder, stop: Stop, say: Callable[[str], None], before: frozenset[str]
) -> Iterator[Told]:
    if not folder.is_where_it_was():
        raise FolderProblem(GONE.format(folder.path))
    for each in one_round(rules, folder, stop.wait, stop.asked):
        if each.line not in before:
            say(each.line)
        yield each


def _code(told: list[Told]) -> int:
    came = {each.came for each in told}
    if "could not" in came:
        return COULD_NOT_RUN
    return REFUSED if "refused" in came else DONE
