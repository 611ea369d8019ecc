"""The kinds of file that a document is handed over as, and what a file of it is called."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from exports.document import Document
from exports.tables import file_name


@dataclass(frozen=True)
class Format:
    """A kind of file: its name as a reader knows it, the media type, and the function that writes it.

    The function is named by its module and its own name, so that a page does not load the libraries.
    """

    name: str
    media_type: str
    writer: tuple[str, str]

    def write(self, document: Document) -> bytes:
        """The file of a document."""
        written: bytes = self.load()(document)
        return written

    def load(self) -> Callable[[Document], bytes]:
        """What writes it, with the libraries that it needs."""
        module, name = self.writer
        function: Callable[[Document], bytes] = getattr(import_module(module), name)
        return function


IN_NAME = {"internal": "inside the force", "publication": "small groups hidden"}
"""A document's mode in the names of its files."""
LONGEST_NAME = 120
OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: dict[str, Format] = {
    "pdf": Format("PDF", "application/pdf", ("exports.pdf.to_pdf", "to_pdf")),
    "pptx": Format(
        "PowerPoint", f"{OFFICE}.presentationml.presentation", ("exports.slides.to_pptx", "to_pptx")
    ),
    "docx": Format("Word", f"{OFFICE}.wordprocessingml.document", ("exports.word.to_docx", "to_docx")),
    "xlsx": Format("Excel", f"{OFFICE}.spreadsheetml.sheet", ("exports.workbook.to_workbook", "to_workbook")),
}


def load(formats: Iterable[str]) -> None:
    """Load what writes these, which takes longest at the first. KeyError for one that is none of FORMATS."""
    for name in formats:
        FORMATS[name].load()


def name_of(document: Document, extension: str) -> str:
    """A file's name: force, title, the month of the figures, for whom, and whether small groups are hidden.

    A long title is cut first: what tells a copy for inside the force from one for outside stays.
    """
    head, month = document.head, document.head.month_end
    what = file_name(f"{head.force} {document.title}", "")[:-1]
    told = f"{what} {month:%Y-%m} for {document.audience} {IN_NAME.get(head.mode, head.mode)}"
    return file_name(told, extension, LONGEST_NAME)
