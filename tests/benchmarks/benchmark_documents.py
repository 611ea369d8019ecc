"""How long a document takes in each format: the brief as PDF, and the full pack in all four.

The pack has every kind of chart, each drawn anew as on the first document after a start.
Run it: python tests/benchmarks/benchmark_documents.py
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from charts.draw import draw
from exports.formats import FORMATS
from exports.pictures.picture import to_svg
from exports.pictures.to_png import to_png
from exports.produce import produce
from tests.exports.made_document import made


def main() -> None:
    """Print the seconds and the size of each file; the first of a format loads its library too."""
    print(f"{'':24}wall s  processor s  KB")
    for turn in ("first", "again"):
        timed(f"{turn}: brief, pdf", "brief", ("pdf",))
        for name in FORMATS:
            timed(f"{turn}: pack, {name}", "pack", (name,))
        timed(f"{turn}: pack, all four", "pack", tuple(FORMATS))


def timed(name: str, shape: str, formats: tuple[str, ...]) -> None:
    """One production, nothing of it drawn before."""
    for kept in (draw, to_svg, to_png):
        kept.cache_clear()
    document = made(shape)
    wall, processor = time.perf_counter(), time.process_time()
    files = produce(document, formats)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{name:24}{wall:6.2f}  {processor:11.2f}  {sum(map(len, files.values())) // 1024}")


if __name__ == "__main__":
    main()
