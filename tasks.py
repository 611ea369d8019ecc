#!/usr/bin/env python3
"""The project's commands, `python3 tasks.py COMMAND`. Standard library only; works from any folder.

start [--port N] [--no-samples] [--store DIR]    test [--deep] [-- PYTEST ARGUMENTS]    check
docs [--check]    samples [-o DIR] [--months N] [--forces N] [--end YYYY-MM] [--seed N]    lock
"""
# An old Python must be able to read this file, to be told what is missing: nothing in it is newer than
# Python 2.7, and commands/, which is, is imported only once the version is known to do.

import argparse
import os
import sys

OLDEST = (3, 11)
COULD_NOT_RUN = 2
DEEP = (
    "add the long ones (500 kills, long sequences of loads and undoings, 43 forces, ten times the examples), "
    "and run the ordinary ones again on the next DuckDB; an hour or more"
)
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))


def main(arguments=None):
    """Run one command; gives its exit code."""
    too_old = old_python(sys.version_info)
    if too_old:
        sys.stderr.write(too_old + "\n")
        return COULD_NOT_RUN
    from commands.places import Stop

    asked = parser().parse_args(arguments)
    try:
        return asked.run(asked)
    except Stop as reason:
        sys.stderr.write(str(reason) + "\n")
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return 0 if asked.command == "start" else COULD_NOT_RUN


def old_python(version):
    """A sentence where this Python is older than the product can use, else nothing."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    return (
        "Python {0}.{1} or newer is needed; this is Python {2}.{3}. Install a newer one and use it, "
        "for example: python{0}.{1} tasks.py start".format(*(OLDEST + tuple(version[:2])))
    )


def parser():
    """Every command and what it takes."""
    from commands import lock, quality, samples, start

    top = argparse.ArgumentParser(prog="tasks.py", description="The project's commands.")
    commands = top.add_subparsers(metavar="COMMAND", dest="command")
    commands.required = True
    begin = commands.add_parser("start", help="install what is needed, load the samples, open the dashboard")
    begin.add_argument("--port", type=int, default=8501, help="where the dashboard answers (8501)")
    begin.add_argument("--no-samples", action="store_true", help="leave an empty store empty")
    begin.add_argument("--store", metavar="DIR", help="where the data are kept (PPU_STORE, else data/store)")
    begin.set_defaults(run=lambda asked: start.start(asked.port, not asked.no_samples, asked.store))
    tests = commands.add_parser("test", help="install what the tests need and run every one")
    tests.add_argument("--deep", action="store_true", help=DEEP)
    tests.add_argument("rest", nargs="*", metavar="PYTEST", help="after --, handed to pytest as it stands")
    tests.set_defaults(run=lambda asked: quality.test(asked.deep, asked.rest))
    check = commands.add_parser("check", help="format, lint, types, generated pages current, tests")
    check.set_defaults(run=lambda asked: quality.check())
    docs = commands.add_parser("docs", help="write docs/reference/ from the contracts and the measures")
    docs.add_argument("--check", action="store_true", help="write nothing; say what is out of date")
    docs.set_defaults(run=lambda asked: quality.docs(asked.check))
    made = commands.add_parser("samples", help="write the workbooks of the invented sample force")
    made.add_argument("rest", nargs=argparse.REMAINDER, help="as for: python -m etl samples")
    made.set_defaults(run=lambda asked: samples.samples(asked.rest))
    again = commands.add_parser("lock", help="lock the requirements again, with hashes for every system")
    again.set_defaults(run=lambda asked: lock.lock())
    return top


if __name__ == "__main__":
    sys.exit(main())
