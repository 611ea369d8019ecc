"""From a document to its files, written by processes beside this one: says how far it is, and can be stopped.

The libraries of the formats take a second to load, so the processes are begun before there is a document, and
what else is to be done with it is done while they write.
"""

import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from exports.document import Document
from exports.formats import FORMATS

PROJECT = Path(__file__).resolve().parents[1]
TOGETHER = (("pdf", "docx"), ("pptx", "xlsx"))
"""The formats that one process writes: each pair takes about as long as the other, and PDF and Word have the
same pictures, which are drawn once."""
WAIT = 0.1
"""Seconds between two looks at whether it was stopped."""
Answer = dict[str, Any]
ENDED = "A process that writes files ended before its last file was written."


class Stopped(Exception):
    """The production was stopped by the person who began it; nothing is kept of it."""


class NotMade(Exception):
    """A file could not be written; the text is for the log."""


class Writers:
    """Processes that wait for a document and write it. Ended with `end`, or by leaving a `with`."""

    def __init__(self, formats: Sequence[str] = tuple(FORMATS)) -> None:
        """Begin them. KeyError for a format that is none of FORMATS."""
        self._formats = {name: FORMATS[name].name for name in formats}
        shares = ([name for name in pair if name in self._formats] for pair in TOGETHER)
        self._writers = [_Writer(share) for share in shares if share]
        self._answers: Queue[Answer] = Queue()

    def __enter__(self) -> "Writers":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def are_alive(self) -> bool:
        """Whether none of them has ended."""
        return all(writer.is_alive for writer in self._writers)

    def end(self) -> None:
        """End them, whatever they are doing."""
        for writer in self._writers:
            writer.end()

    def hand_over(self, document: Document) -> None:
        """Give each of them the document, and go on."""
        packed = pickle.dumps(document)
        for writer in self._writers:
            writer.hand_over(packed, self._answers)

    def files(self, told: Callable[[str], None], stopped: Callable[[], bool]) -> dict[str, bytes]:
        """The files of the document by format, all or none, as soon as they are written.

        `told` gets a sentence for each that is begun; Stopped is raised soon after `stopped` says yes, and
        NotMade where one cannot be written.
        """
        made: dict[str, bytes] = {}
        begun = 0
        while len(made) < len(self._formats):
            said = self._next(made, stopped)
            if "fault" in said:
                raise NotMade(said["fault"])
            if "made" in said:
                made[said["made"]] = said["content"]
            else:
                begun += 1
                told(f"Writing {self._formats[said['begun']]}, file {begun} of {len(self._formats)}.")
        return {name: made[name] for name in self._formats}

    def _next(self, made: dict[str, bytes], stopped: Callable[[], bool]) -> Answer:
        while True:
            if stopped():
                raise Stopped(f"Stopped after {len(made)} of {len(self._formats)} files. Nothing was kept.")
            try:
                return self._answers.get(timeout=WAIT)
            except Empty:
                continue


def produce(
    document: Document,
    formats: Sequence[str],
    told: Callable[[str], None] = lambda said: None,
    stopped: Callable[[], bool] = lambda: False,
) -> dict[str, bytes]:
    """The files of a document by format, all or none; as `Writers.files`."""
    with Writers(formats) as writers:
        writers.hand_over(document)
        return writers.files(told, stopped)


class _Writer:
    """One process, and the thread that listens to it once it has the document."""

    def __init__(self, formats: Sequence[str]) -> None:
        command = [sys.executable, "-m", "exports.writer", *formats]
        self._left = len(formats)
        self._process = subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._listener: Thread | None = None

    def hand_over(self, packed: bytes, answers: "Queue[Answer]") -> None:
        """Give it the document; what it answers is put with the others' answers."""
        self._listener = Thread(target=self._listen, args=(packed, answers), daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def end(self) -> None:
        """End it, and close what leads to it."""
        self._process.kill()
        self._process.wait()
        if self._listener:
            self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def _listen(self, packed: bytes, answers: "Queue[Answer]") -> None:
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answered is not None
        with suppress(OSError):  # it has ended, which is seen below
            asked.write(packed)
            asked.close()
        with suppress(ValueError):  # it was ended in the middle of a line
            while line := answered.readline():
                said = json.loads(line)
                if "made" in said:
                    said["content"] = answered.read(said["bytes"])
                    self._left -= 1
                answers.put(said)
        if self._left:
            answers.put({"fault": ENDED})
