"""The bytes of what lay still, read once and no further than a return can go."""

from __future__ import annotations

import os
from dataclasses import dataclass

from etl.loading.load import Answer
from etl.opening.file_name import shown_name
from etl.opening.gate import LARGEST_FILE
from etl.opening.gate_zip import MEGABYTE
from etl.reports.messages import breach
from etl.reports.report import FileReport
from etl.watch.arrivals import Arrival
from etl.watch.folder import Folder, untouched

BATCH_FILES, BATCH_BYTES = 60, 120 * MEGABYTE  # of one step: what is read of them is held in memory together
REFUSED = "Nothing of this file was loaded."


@dataclass(frozen=True)
class Read:
    """A file with its bytes, as it was seen."""

    arrival: Arrival
    data: bytes

    @property
    def sent(self) -> tuple[str, bytes]:
        """As a load takes it."""
        return self.arrival.name, self.data


class Changed(Exception):
    """The file is not the one that lay still: it is left until it does again."""


def unreadable(arrival: Arrival) -> Answer | None:
    """The refusal of what is not read at all: no file of its own, or one that is too large; else None."""
    if arrival.what:
        fault = breach("file_not_its_own", detail=arrival.what)
    elif arrival.seen.st_size > LARGEST_FILE:
        fault = breach("file_too_large", detail=f"{arrival.seen.st_size / MEGABYTE:.0f}MB")
    else:
        return None
    return Answer(FileReport(shown_name(arrival.name), "", breaches=(fault,)), (REFUSED,), refused=True)


def read(folder: Folder, arrival: Arrival) -> Read:
    """The bytes of the very file that was seen. Raises Changed, or OSError where it may not be read."""
    try:
        opened = folder.open(arrival.name)
    except FileNotFoundError as gone:
        raise Changed from gone
    with os.fdopen(opened, "rb") as source:
        if not untouched(os.fstat(source.fileno()), arrival.seen):
            raise Changed
        data = source.read(LARGEST_FILE + 1)
        if not untouched(os.fstat(source.fileno()), arrival.seen):
            raise Changed
    return Read(arrival, data)


def batches(arrivals: tuple[Arrival, ...]) -> list[list[Arrival]]:
    """Those that lay still together, in steps that fit in memory: nearly always one."""
    made: list[list[Arrival]] = []
    held = 0
    for each in arrivals:
        held += each.seen.st_size
        if not made or len(made[-1]) == BATCH_FILES or held > BATCH_BYTES:
            made.append([])
            held = each.seen.st_size
        made[-1].append(each)
    return made
