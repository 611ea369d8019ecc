"""The process that writes files of a document: it loads what they need, is handed the document, and answers.

Started by exports/produce.py. Each answer is a line of JSON; a file's bytes follow the line that names it.
"""

import json
import pickle
import sys
import traceback
from collections.abc import Mapping
from typing import BinaryIO

from exports.formats import FORMATS, load


def main(formats: list[str], asked: BinaryIO, answers: BinaryIO) -> None:
    """Write the document that comes in by `asked` in each format; say what begins, is made, or went wrong."""
    load(formats)
    try:
        document = pickle.load(asked)  # from the process that started this one, and no other
    except EOFError:
        return  # it was stopped before there was a document
    for name in formats:
        _answer(answers, {"begun": name})
        try:
            content = FORMATS[name].write(document)
        except Exception:  # told to the process that waits: it ends the work and logs why
            _answer(answers, {"fault": traceback.format_exc()})
            return
        _answer(answers, {"made": name, "bytes": len(content)}, content)


def _answer(answers: BinaryIO, said: Mapping[str, str | int], content: bytes = b"") -> None:
    answers.write(json.dumps(said).encode() + b"\n" + content)
    answers.flush()


if __name__ == "__main__":
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no answer
    main(sys.argv[1:], sys.stdin.buffer, out)
