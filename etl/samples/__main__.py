"""`python -m etl.samples` does what `python -m etl samples` does."""

import argparse

from etl.samples import add_arguments, run

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m etl.samples", description=__doc__)
    add_arguments(parser)
    raise SystemExit(run(parser.parse_args()))
