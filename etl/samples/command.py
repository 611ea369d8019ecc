"""`python -m etl samples`: write the sample workbooks from the command line."""

import argparse
import sys
from pathlib import Path

from etl.samples.writing import SEED, write, write_beside

DEFAULT = Path("data") / "made-samples"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options to a parser."""
    parser.add_argument(
        "-o", dest="out", type=Path, default=DEFAULT, metavar="DIR", help="where the folders of months go"
    )
    parser.add_argument("--months", type=int, default=25, help="how many months, the last one included (25)")
    parser.add_argument("--forces", type=int, default=1, help="how many invented forces, up to 43 (1)")
    parser.add_argument("--end", metavar="YYYY-MM", help="the last month (the last full month)")
    parser.add_argument(
        "--seed", type=int, default=SEED, help=f"another seed gives other people and cases ({SEED})"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the workbooks and say how many; 0 when done, 2 when it could not run."""
    try:
        asked = (arguments.out, arguments.months, arguments.forces, arguments.end, arguments.seed)
        written = [*write(*asked), *write_beside(*asked)]
    except (ValueError, OSError) as problem:
        print(f"Could not make the samples: {problem}", file=sys.stderr)
        return 2
    print(f"{len(written)} synthetic workbooks written to {arguments.out}")
    return 0
