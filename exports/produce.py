"""From a document to its files, one after the other: says how far it is, and can be stopped between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exports.document import Document
from exports.tables import file_name


@dataclass(frozen=True)
class Format:
    """A kind of file: its name as a reader knows it, the media type, and what writes it."""

    name: str
    media_type: str
    write: Callable[[Document], bytes]


class Stopped(Exception):
    """The production was stopped by the person who began it; nothing is kept of it."""


def _pdf(document: Document) -> bytes:
    from exports.pdf.to_pdf import to_pdf

    return to_pdf(document)


def _slides(document: Document) -> bytes:
    from exports.slides.to_pptx import to_pptx

    return to_pptx(document)


def _text(document: Document) -> bytes:
    from exports.word.to_docx import to_docx

    return to_docx(document)


def _workbook(document: Document) -> bytes:
    from exports.workbook.to_workbook import to_workbook

    return to_workbook(document)


IN_NAME = {"internal": "inside the force", "publication": "small groups hidden"}
"""A document's mode in the names of its files."""
LONGEST_NAME = 120
OFFICE = "application/vnd.openxmlformats-officedocument"
# The libraries of a format are loaded when it is first asked for, so that a page does not wait for them.
FORMATS: dict[str, Format] = {
    "pdf": Format("PDF", "application/pdf", _pdf),
    "pptx": Format("PowerPoint", f"{OFFICE}.presentationml.presentation", _slides),
    "docx": Format("Word", f"{OFFICE}.wordprocessingml.document", _text),
    "xlsx": Format("Excel", f"{OFFICE}.spreadsheetml.sheet", _workbook),
}


def produce(
    document: Document,
    formats: Sequence[str],
    told: Callable[[str], None],
    stopped: Callable[[], bool],
) -> dict[str, bytes]:
    """The files of a document by format, all or none.

    `told` gets a sentence before each file; `stopped` is asked before each, and Stopped is raised where it
    says yes. KeyError for a format that is none of FORMATS.
    """
    made: dict[str, bytes] = {}
    for n, name in enumerate(formats, start=1):
        if stopped():
            raise Stopped(f"Stopped after {len(made)} of {len(formats)} files. Nothing was kept.")
        told(f"Writing {FORMATS[name].name}, file {n} of {len(formats)}.")
        made[name] = FORMATS[name].write(document)
    if stopped():
        raise Stopped("Stopped when the last file was written. Nothing was kept.")
    return made


def name_of(document: Document, extension: str) -> str:
    """A file's name: force, title, the month of the figures, for whom, and whether small groups are hidden.

    A long title is cut first: what tells a copy for inside the force from one for outside stays.
    """
    head, month = document.head, document.head.month_end
    what = file_name(f"{head.force} {document.title}", "")[:-1]
    told = f"{what} {month:%Y-%m} for {document.audience} {IN_NAME.get(head.mode, head.mode)}"
    return file_name(told, extension, LONGEST_NAME)
