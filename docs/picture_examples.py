"""Pictures of the example documents, as a reader sees them: pages, a slide, a page of Word, the sheet Gap."""

import io
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

DOTS, COLOURS = 84, 96
"""Dots to an inch and colours of a picture, so that words can be read and files stay small."""


def pictures(folder: Path) -> list[Path]:
    """Write the pictures of brief.pdf, .pptx, .docx and .xlsx in `folder`; gives their files."""
    with tempfile.TemporaryDirectory(prefix="pictures-") as room:
        made = {kind: _as_pdf(folder / f"brief.{kind}", Path(room)) for kind in ("pptx", "docx", "xlsx")}
        made["pdf"] = folder / "brief.pdf"
        return [_picture(made[kind], page, folder / f"{name}.png") for name, kind, page in _wanted(made)]


def _wanted(made: dict[str, Path]) -> Iterator[tuple[str, str, int]]:
    """The name of each picture, of which document it is, and of which of its pages."""
    yield from (("brief-page-1", "pdf", 1), ("brief-page-2", "pdf", 2))
    yield "slide", "pptx", _page_with(made["pptx"], "Funded posts to deployable")
    yield "word-page", "docx", 1
    yield "sheet-gap", "xlsx", _page_with(made["xlsx"], "The middle case")


def _as_pdf(file: Path, room: Path) -> Path:
    profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
    order = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(room / file.suffix[1:])]
    subprocess.run([*order, str(file)], check=True, capture_output=True)
    return room / file.suffix[1:] / f"{file.stem}.pdf"


def _page_with(file: Path, words: str) -> int:
    """The first page that holds the words, else the first of all."""
    from pypdf import PdfReader

    pages = PdfReader(file).pages
    return next((n for n, page in enumerate(pages, 1) if words in page.extract_text()), 1)


def _picture(file: Path, page: int, to: Path) -> Path:
    from PIL import Image

    order = ["pdftoppm", "-r", str(DOTS), "-png", "-f", str(page), "-l", str(page), str(file)]
    drawn = subprocess.run(order, check=True, capture_output=True).stdout
    with Image.open(io.BytesIO(drawn)) as picture:
        picture.convert("RGB").quantize(COLOURS).save(to, optimize=True)
    return to
