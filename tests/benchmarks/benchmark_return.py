"""How long a return of 2,000 people takes from upload to published, beside pandas merely reading the file.

Run it: python tests/benchmarks/benchmark_return.py
"""

import os
import sys
import tempfile
import time
from datetime import date
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pandas as pd

from contracts import DATASETS
from contracts.to_rows import example_row
from etl.loading.decisions import all_accepted
from etl.loading.load import load
from store import open_store
from store.own_settings import keep_for_samples

ROWS = 2_000
MONTH = date(2026, 9, 30)


def people_return(rows: int) -> bytes:
    """A People return in which everyone is in one unit, under the contract's own headings."""
    people = DATASETS["people"]
    titles = {column.name: column.title for column in people.columns if column.required}
    drawn = [example_row(people, person_ref=f"{100_000 + n}", month_end=MONTH) for n in range(rows)]
    out = BytesIO()
    pd.DataFrame(drawn)[list(titles)].rename(columns=titles).to_excel(
        out, sheet_name=people.title, index=False
    )
    return out.getvalue()


def seconds(work) -> float:
    """Wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the seconds of both, and how many times as long ours takes."""
    data = people_return(ROWS)
    plain = min(seconds(lambda: pd.read_excel(BytesIO(data), engine="openpyxl")) for _ in range(3))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PPU_KEY_DIR"] = f"{folder}/keys"
        store = keep_for_samples(open_store(Path(folder) / "store"))
        start = time.perf_counter()
        result = load(store, [("people.xlsx", data)], "benchmark", decisions=all_accepted("a benchmark"))
        ours = time.perf_counter() - start
    if not result.loads:
        told = [b.says for r in result.refused if r.report for b in r.report.breaches]
        raise SystemExit(f"The return was refused: {told}")
    print(f"{ROWS} rows, {len(data) // 1000} kB")
    print(f"upload to published  {ours:6.2f} s")
    print(f"pandas.read_excel    {plain:6.2f} s")
    print(f"ratio                {ours / plain:6.1f}")


if __name__ == "__main__":
    main()
