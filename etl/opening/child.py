"""The child process that reads one workbook and nothing else. It is started by etl/opening/read.py.

It sets its own limits before the first reader is imported, takes the file on standard input, writes cells as
JSON on standard output, and can neither write a file nor keep running. When a reader crashes,
only this process ends.
"""

from __future__ import annotations

import gc
import gzip
import json
import sys
from typing import Any

MEMORY_BYTES = 1024**3
CPU_SECONDS = 8
# openpyxl takes these up where they are installed and reads cells no differently; loading them costs more
# time than reading a return does.
NOT_NEEDED = ("numpy", "PIL", "pandas")


def limit_self() -> None:
    """Limit memory, processor time and file writing. On Windows the wall clock alone holds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(kind: str, data: bytes, headings: dict[str, str] | None = None) -> dict[str, Any]:
    """The workbook as plain data, or {"fault": message code}.

    `headings`: what the force's own headings of a live list of crimes mean, by their keys.
    """
    from etl.opening.not_opened import NotOpened
    from etl.readers.bounds import bounded
    from etl.readers.limits import TooLarge
    from etl.shapes.live_crimes import counted

    try:
        answer = _reader(kind)(gzip.decompress(data) if kind == "csv.gz" else data)
        return bounded(counted(answer, headings))
    except NotOpened as refused:
        return {"fault": refused.code, "detail": refused.detail, "sheet": refused.sheet}
    except TooLarge as large:
        return {"fault": large.code, "sheet": large.sheet}
    except MemoryError:
        return {"fault": "file_exhausts"}
    except BaseException as damaged:  # calamine's panics are not Exceptions
        named = type(damaged).__name__
        return {"fault": "file_password" if "Password" in named else "file_damaged", "detail": named}


def _reader(kind: str) -> Any:
    if kind in ("csv", "csv.gz"):
        from etl.readers import csv_text as reader
    elif kind == "ods":
        from etl.readers import ods as reader
    else:
        from etl.readers import xlsx as reader
    return reader.read


def main() -> None:
    """Read the kind from the arguments and the file from standard input; answer on standard output.

    After the kind come the force's own headings as JSON, then the folders to import from, of which the child
    has none of its own.
    """
    limit_self()
    gc.disable()  # cells go in no circles, and looking for some takes a third of the time of many
    sys.path[:0] = sys.argv[3:]
    sys.modules.update(dict.fromkeys(NOT_NEEDED))  # type: ignore[arg-type]
    from etl.readers.cells import packed

    answer = read(sys.argv[1], sys.stdin.buffer.read(), json.loads(sys.argv[2]))
    sys.stdout.write(json.dumps(answer, ensure_ascii=True, separators=(",", ":"), default=packed))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
