"""How publishing grows with the store: 6, 12 and 24 months of the sample force.

Run it: python tests/benchmarks/benchmark_publish.py [months ...]
"""

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from etl.loading.decisions import all_accepted
from etl.loading.load import load
from etl.publishing.rebuild import rebuild
from etl.samples.writing import write
from store import open_store
from store.history import loads
from store.own_settings import keep_for_samples
from store.place import Store
from store.publications import current

MONTHS = (6, 12, 24)
LAST = "2026-09"


def main() -> None:
    """Load months oldest first; at each size print what publishing takes, and the file it makes."""
    sizes = sorted({int(asked) for asked in sys.argv[1:]}) or list(MONTHS)
    with tempfile.TemporaryDirectory() as place:
        os.environ["PPU_KEY_DIR"] = f"{place}/keys"
        write(Path(place) / "samples", sizes[-1], 1, LAST)
        folders = sorted(p for p in (Path(place) / "samples").iterdir() if p.is_dir())
        store, loaded = keep_for_samples(open_store(Path(place) / "store")), 0
        print("months    rows  load s  publish s  file MB")
        for size in sizes:
            took = add(store, folders[loaded:size])
            loaded = size
            print(told(store, size, took), flush=True)


def add(store: Store, folders: list[Path]) -> float:
    """Load the workbooks of these months; the wall seconds that took."""
    files = [(f.name, f.read_bytes()) for folder in folders for f in sorted(folder.glob("*.xlsx"))]
    start = time.perf_counter()
    load(store, files, "benchmark", decisions=all_accepted("a benchmark"))
    return time.perf_counter() - start


def told(store: Store, months: int, load_seconds: float) -> str:
    """One line: the store as it stands, and the seconds in which all of it is published anew."""
    start = time.perf_counter()
    rebuild(store, "benchmark")
    took = time.perf_counter() - start
    rows = sum(record.records for record in loads(store))
    made = current(store)
    size = (store.published / made.file).stat().st_size / 1e6 if made else 0.0
    return f"{months:6} {rows:7} {load_seconds:7.1f} {took:10.2f} {size:8.1f}"


if __name__ == "__main__":
    main()
