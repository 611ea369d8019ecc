"""A picture of a chart as PNG, for programs that do not show SVG."""

from functools import lru_cache

import typst

from charts.draw import ChartModel
from exports.fonts.for_typst import fonts
from exports.pictures.picture import to_svg

WIDE = 680
"""Pixels of a picture's width in every document, so that it is drawn once for all of them."""
INCH = 192
"""Pixels to an inch: twice a screen's, so that print is clear."""
PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set text(font: ("Inter", "DejaVu Sans Mono"))
#image(bytes(sys.inputs.svg), format: "svg")
"""


@lru_cache(maxsize=256)
def to_png(model: ChartModel, width: int = WIDE) -> bytes:
    """The picture of a model, `width` pixels of a screen wide, at `INCH` pixels to the inch."""
    svg = to_svg(model, width, 0)
    made = typst.compile(PAGE, font_paths=fonts(), sys_inputs={"svg": svg}, format="png", ppi=INCH)
    return bytes(made)
