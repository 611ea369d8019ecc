"""What a warm page run takes: one force with 24 months, beside many forces with many years.

Of each run, what the page's own script takes stands apart from the whole: the rest is the test harness, which
takes every element apart again and which a server with a browser does not have.

Run it: python tests/benchmarks/benchmark_pages.py [forces months]     (43 and 120 where not said)
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import streamlit as st
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

from etl.loading.decisions import all_accepted
from etl.loading.load import load
from etl.samples.writing import write
from store import open_store
from store.own_settings import keep_for_samples
from store.place import Store
from store.publications import current
from tests.benchmarks.many_forces import grow
from ui.page.menu import PAGES

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
RUNS = 7
LAST = "2026-09"


def main() -> None:
    """Print the median of warm runs of every page on both stores, and their ratio."""
    time_scripts()
    forces, months = (int(asked) for asked in (sys.argv[1:3] or ("43", "120")))
    with tempfile.TemporaryDirectory() as place:
        os.environ["PPU_KEY_DIR"] = f"{place}/keys"
        small = _of_one_force(Path(place))
        large = open_store(Path(place) / "large")
        start = time.perf_counter()
        grow(large, _published(small), forces, months)
        print(f"grown in {time.perf_counter() - start:.0f} s; {_size(small)} MB and {_size(large)} MB")
        took = [_runs(store) for store in (small, large)]
    print(
        f"{'page':22} {'1 x 24':>9} {f'{forces} x {months}':>9}   ratio   (processor seconds; script alone)"
    )
    for page in took[0]:
        (one, alone), (many, many_alone) = took[0][page], took[1][page]
        print(f"{page:22} {one:9.3f} {many:9.3f} {many / one:7.2f}   ({alone:.3f} {many_alone:.3f})")


def _of_one_force(place: Path) -> Store:
    write(place / "samples", 24, 1, LAST)
    store = keep_for_samples(open_store(place / "small"))
    files = [(file.name, file.read_bytes()) for file in sorted((place / "samples").rglob("*.xlsx"))]
    load(store, files, "benchmark", decisions=all_accepted("a benchmark"))
    return store


def _published(store: Store) -> Path:
    made = current(store)
    if made is None:
        raise SystemExit("The sample months were not published.")
    return store.published / made.file


def _size(store: Store) -> int:
    return _published(store).stat().st_size // 1_000_000


Seconds = tuple[float, float]
"""Processor seconds of a whole run, and of the page's script alone."""


def _runs(store: Store) -> dict[str, Seconds]:
    """A run of each page once everything it reads has been read, by page."""
    os.environ["PPU_STORE"] = str(store.path)
    st.cache_data.clear()
    st.cache_resource.clear()
    app = AppTest.from_file(str(DASHBOARD), default_timeout=300).run()
    return {page.id: _warm(app, page.file) for page in PAGES}


def _warm(app: AppTest, file: str) -> Seconds:
    app.switch_page(file).run()
    if app.exception:
        raise SystemExit(f"{file}: {app.exception[0].message}")
    whole, script = zip(*(_seconds(app) for _ in range(RUNS)), strict=True)
    return statistics.median(whole), statistics.median(script)


def _seconds(app: AppTest) -> Seconds:
    """Processor seconds: what the run itself costs, whatever else the machine is doing."""
    start, IN_SCRIPT[:] = time.process_time(), []
    app.run()
    return time.process_time() - start, sum(IN_SCRIPT)


IN_SCRIPT: list[float] = []


def time_scripts() -> None:
    """Have every run of a script tell the processor time of its thread."""
    run = ScriptRunner._run_script

    def timed(runner: ScriptRunner, *asked: object) -> None:
        start = time.thread_time()
        try:
            run(runner, *asked)
        finally:
            IN_SCRIPT.append(time.thread_time() - start)

    ScriptRunner._run_script = timed


if __name__ == "__main__":
    main()
