"""Writers of files begun before anybody asks for one: loading their libraries takes a second."""

from threading import Lock, Timer

from exports.produce import Writers

MOST_SECONDS = 900.0
"""So long they wait, and are ended where nobody asked: two processes hold 200 MB of memory."""


class Waiting:
    """At most one set of writers of every format that waits for a document."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        """`seconds`: how long they wait from when they were begun, or begun again."""
        self._seconds = seconds
        self._lock = Lock()
        self._writers: Writers | None = None
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Have a set wait from now on; one that waits already goes on."""
        with self._lock:
            waiting = self._let_go() or Writers()
            self._writers, self._timer = waiting, Timer(self._seconds, self._end, (waiting,))
            self._timer.daemon = True
            self._timer.start()

    def take(self) -> Writers:
        """The set that waits, or a new one where none does."""
        with self._lock:
            return self._let_go() or Writers()

    def _let_go(self) -> Writers | None:
        """Those that wait, which then wait no longer; None where there are none, or one of them has ended."""
        waiting, self._writers = self._writers, None
        if self._timer:
            self._timer.cancel()
        if waiting and not waiting.are_alive:
            waiting.end()
            return None
        return waiting

    def _end(self, waiting: Writers) -> None:
        with self._lock:
            if waiting is self._writers:
                self._writers = None
                waiting.end()
