"""A document on its way to its files: in a thread, told step by step, and stopped where the maker says so."""

from collections.abc import Mapping
from dataclasses import replace
from threading import Event, Thread
from typing import Any

from exports.document import Document
from exports.plain_copy import plain_copy
from exports.produce import FORMATS, Stopped, name_of, produce
from store import documents
from store.documents import NewDocument
from store.written import NotWritten

COPY = "zip"
IN_COPY = ("pdf", "xlsx")
FAILED = (
    "The document was not made, and nothing was kept. Try once more; if it fails again, tell the person who "
    "looks after the dashboard: {}."
)


class Production:
    """One document that is being made. `told` is the last sentence, `number` that of the document kept.

    `why_not` is a sentence where it was stopped or could not be made: then nothing was kept.
    """

    def __init__(self, store: Any, document: Document, made: NewDocument, by: str) -> None:
        self._store, self._document, self._made, self._by = store, document, made, by
        self._stop = Event()
        self.told, self.steps, self.why_not = "Beginning.", 0, ""
        self.number: int | None = None
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to stop before the next file."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Wait until it has ended, so many seconds at most."""
        self._thread.join(seconds)

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._thread.is_alive()

    @property
    def fraction(self) -> float:
        """How far it is, 0 to 1."""
        return min(1.0, self.steps / (len(FORMATS) + 2))

    def _tell(self, said: str) -> None:
        self.told, self.steps = said, self.steps + 1

    def _run(self) -> None:
        try:
            made = produce(self._document, tuple(FORMATS), self._tell, self._stop.is_set)
            self._tell("Putting the plain copy together.")
            files = _files(self._document, made)
            if self._stop.is_set():
                raise Stopped("Stopped. Nothing was kept.")
            self._tell("Keeping it.")
            self.number = documents.keep(self._store, replace(self._made, files=files), self._by)
        except (Stopped, NotWritten) as reason:
            self.why_not = str(reason)
        except Exception as reason:  # a thread's end is seen by nobody: the page says it
            self.why_not = FAILED.format(type(reason).__name__)


def _files(document: Document, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file under the name it is handed over by, the plain copy last."""
    files = {name_of(document, kind): content for kind, content in made.items()}
    inside = {name_of(document, kind): made[kind] for kind in IN_COPY}
    return {**files, name_of(document, COPY): plain_copy(document, inside)}
