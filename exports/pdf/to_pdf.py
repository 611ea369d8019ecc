"""A document as tagged PDF (PDF/UA-1), set by typst on this computer: no browser, no network."""

import json
import re
from pathlib import Path
from typing import Any

import typst

from exports.document import Document
from exports.fonts.for_typst import fonts
from exports.pdf.content import content

TEMPLATE = Path(__file__).with_name("template.typ")
PAGES_OF_A_BRIEF = 2
UNDRAWN = re.compile(
    r"[^\n\x20-\u024f\u02b0-\u02ff\u0390-\u03a1\u03a3-\u04ff\u1e00-\u1eff\u2010-\u2027\u2030-\u2040"
    r"\u20a0-\u20bf\u2190-\u22ff\u2500-\u25ff]"
)
"""What neither Inter nor the font for signs has, as Chinese: PDF/UA asks that each letter can be seen."""
SCALES = (1.0, 0.93, 0.87, 0.81, 0.76)
"""How far a brief is made smaller, in steps, until it has two pages; below the last it is hard to read."""


def to_pdf(document: Document) -> bytes:
    """The document as PDF; the same document gives the same bytes."""
    for scale in SCALES if document.shape == "brief" else SCALES[:1]:
        compiler = _compiler(document, scale)
        if document.shape == "pack" or _pages(compiler) <= PAGES_OF_A_BRIEF:
            break
    return bytes(compiler.compile(format="pdf", pdf_standards=["ua-1"]))


def _compiler(document: Document, scale: float) -> Any:
    data = UNDRAWN.sub("\N{WHITE SQUARE}", json.dumps(content(document, scale), ensure_ascii=False))
    return typst.Compiler(
        str(TEMPLATE), font_paths=fonts(), ignore_system_fonts=True, sys_inputs={"data": data}
    )


def _pages(compiler: Any) -> int:
    """How many pages the document takes."""
    return int(json.loads(compiler.query("<pages>", field="value", one=True)))
