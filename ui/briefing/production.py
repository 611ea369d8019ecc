"""A document on its way to its files: in a thread, told step by step, and stopped where the maker says so."""

import logging
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from threading import Event, Thread

from exports.document import Document
from exports.formats import FORMATS, name_of
from exports.plain_copy import plain_copy
from exports.produce import Stopped
from settings.problem import SettingsProblem
from store import documents
from store.documents import NewDocument
from store.lock import StoreBusy
from store.place import StoreProblem
from store.written import NotWritten
from ui.briefing import attack_cells
from ui.briefing.attack import refusal
from ui.briefing.choices import Asked
from ui.briefing.compose import Composed, compose, readers_of
from ui.briefing.figures import figures_of
from ui.briefing.parts import parts_of
from ui.briefing.ready import writers
from ui.figures import session, shown
from ui.page import view
from ui.page.open_page import Page
from ui.page.view import View

COPY = "zip"
IN_COPY = ("pdf", "xlsx")
STOPPED = "Stopped. Nothing was kept."
FAILED = (
    "The document was not made, and nothing was kept. What went wrong is in the dashboard's log, in the "
    "window where it was started, under reference {}. Try once more; if it fails again, give that "
    "reference to whoever looks after the dashboard."
)


class NotForPublication(Exception):
    """From the document a small group could be worked out; the text names the table and what to do."""


# Its own text says what happened and what to do.
SAYS = (Stopped, NotForPublication, NotWritten, StoreBusy, StoreProblem, SettingsProblem)
LOG = logging.getLogger("ppu.pages")


class Production:
    """One document that is being made. `told` is the last sentence, `number` that of the document kept.

    `why_not` is a sentence where it was stopped or could not be made: then nothing was kept.
    """

    def __init__(self, page: Page, asked: Asked) -> None:
        self._page, self._asked, self._store = page, asked, session.the_store()
        self._stop = Event()
        # Beside the parts and the files: two trials, the figures, the plain copy, the keeping.
        self._all = len(parts_of(readers_of(page, asked), asked)) + len(FORMATS) + 5
        self.told, self.steps, self.why_not = "Beginning.", 0, ""
        self.number: int | None = None
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to stop before the next part, measure or file."""
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
        return min(1.0, self.steps / self._all)

    def _tell(self, said: str) -> None:
        self._go_on()
        self.told, self.steps = said, self.steps + 1

    def _run(self) -> None:
        view.keep_to(View(self._page.force, self._page.month, self._page.group))
        try:
            self.number, _ = shown.heard(self._made)
        except SAYS as reason:
            self.why_not = str(reason)
        except Exception as reason:  # a thread's end is seen by nobody: the page says it
            self.why_not = session.damage(reason) or _failed()

    def _made(self) -> int:
        """The number of the document, which is kept: every step that takes time is told first.

        It is tried and noted while its files are written; where it may not be made, they are let go.
        """
        with writers() as writing:
            made = compose(self._page, self._asked, told=lambda part: self._tell(f"Gathering: {part}."))
            writing.hand_over(made.document)
            self._tried(made)
            self._tell("Noting every figure that it shows.")
            new = to_keep(made, self._each(made.measures))
            written = writing.files(self._tell, self._stop.is_set)
        self._tell("Putting the plain copy together.")
        files = _files(made.document, written)
        self._tell("Keeping it.")
        return documents.keep(self._store, replace(new, files=files), self._asked.made_by)

    def _tried(self, made: Composed) -> None:
        """Raise NotForPublication where a small group could be worked out from it."""
        page = made.seen.page
        self._tell("Trying whether a small group could be worked out from its measures.")
        why = refusal(page, self._each(made.measures))
        self._tell("Trying its cells, and beside them the documents that were made before.")
        if why := why or attack_cells.refusal(page, made.readings, self._go_on):
            raise NotForPublication(why)

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise Stopped(STOPPED)

    def _each(self, measures: Iterable[str]) -> Iterator[str]:
        """The measures, one after the other, until it is stopped."""
        for name in measures:
            self._go_on()
            yield name


def _failed() -> str:
    """What the page says of a fault that nobody foresaw; the log has its details under the reference."""
    reference = secrets.token_hex(4)
    LOG.exception("Reference %s: a document could not be made", reference)
    return FAILED.format(reference)


def to_keep(made: Composed, measures: Iterable[str]) -> NewDocument:
    """The document as the store keeps it, with the figures of the measures, still without files."""
    head, page = made.document.head, made.seen.page
    units = tuple(sorted(unit for _, unit in page.scope))
    return NewDocument(
        made.document.title, made.document.audience, page.force or "", units, head.month_end, head.mode,
        head.marking, head.publication, figures_of(page, measures), {},
    )  # fmt: skip


def _files(document: Document, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file under the name it is handed over by, the plain copy last."""
    files = {name_of(document, kind): content for kind, content in made.items()}
    inside = {name_of(document, kind): made[kind] for kind in IN_COPY}
    return {**files, name_of(document, COPY): plain_copy(document, inside)}
