"""How long a return of 2,000 rows on 24 months takes to be checked, compared and loaded, and a sample month.

Run it: python tests/benchmarks/benchmark_difference.py
"""

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from etl.checking.check_file import check
from etl.difference.compare import compare
from etl.loading.decisions import all_accepted
from etl.loading.load import load
from etl.loading.undo import undo
from etl.publishing.publish import settings_of
from etl.samples.writing import write
from store import open_store
from store.own_settings import keep_for_samples
from store.place import Store
from tests.benchmarks.benchmark_return import ROWS, people_return

MONTHS, LAST = 25, "2026-09"
OK = all_accepted("a benchmark")
Files = list[tuple[str, bytes]]


def main() -> None:
    """Load 24 months of the sample force; then print the seconds of each step for both kinds of return."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["PPU_KEY_DIR"] = f"{place}/keys"
        write(Path(place) / "samples", MONTHS, 1, LAST)
        folders = sorted(p for p in (Path(place) / "samples").iterdir() if p.is_dir())
        store = keep_for_samples(open_store(Path(place) / "store"))
        load(store, [file for folder in folders[:-1] for file in files_of(folder)], "benchmark", OK)
        print("                        wall s  processor s")
        for name, files in (
            (f"{ROWS} rows in one sheet", [("people.xlsx", people_return(ROWS))]),
            ("a month of the samples", files_of(folders[-1])),
        ):
            told(name, store, files)


def files_of(folder: Path) -> Files:
    """The workbooks of one month."""
    return [(file.name, file.read_bytes()) for file in sorted(folder.glob("*.xlsx"))]


def told(name: str, store: Store, files: Files) -> None:
    """Each step with its seconds; the load is undone again."""
    print(name)
    timed("  check", lambda: check(store, settings_of(store), files))
    timed("  compare", lambda: compare(store, files))
    made = timed("  load", lambda: load(store, files, "benchmark", OK))
    if not made.loads:
        raise SystemExit(f"The return was refused: {made.refused}")
    undo(store, made.loads, "benchmark")


def timed(name: str, work):
    """What a call gives, its wall seconds printed beside this process's own processor seconds."""
    wall, processor = time.perf_counter(), time.process_time()
    made = work()
    print(f"{name:22} {time.perf_counter() - wall:7.2f} {time.process_time() - processor:12.2f}", flush=True)
    return made


if __name__ == "__main__":
    main()
