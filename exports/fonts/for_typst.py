"""The fonts that a document is set in."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import typst


@lru_cache(maxsize=1)
def fonts() -> Any:
    """Inter as the pages have it, and what typst brings for signs; none of the computer's own, so that the
    same document is the same file everywhere.
    """
    folder = str(Path(__file__).parent)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
