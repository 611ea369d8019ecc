"""How long a large return takes to staged and to checked rows, and its memory, beside pandas with openpyxl.

Each way runs in a process of its own, so that its peak memory is its own. Seconds are of the processor, with
those of the reading child; a busy machine makes all of them longer, so the ratios are what counts.

Run it: python tests/benchmarks/benchmark_read.py [--rows 1000 10000 100000]
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

MONTH = date(2026, 9, 30)
UNITS = ("DA1", "RASSO1", "CA1", "OCSAE1", "MOSOVO1", "MASH1", "VA1", "EXP1")
ROLES = ("investigator", "supervisor", "offender manager", "referral officer", "support")
FTE = (1.0, 0.5, 0.6, 0.8, 0.9)
CARRIES = ("full", "reduced", "none", "not a carrying post")
STAGES = ("trainee", "PIP2", "PIP2 and specialist", "not needed")
HEADINGS = (
    "Month end", "Person ref", "Unit", "Role", "Worker type", "FTE", "Carries work", "Rank or grade",
    "Acting or temporary", "In unit since", "Home unit", "Stage",
)  # fmt: skip
WAYS = ("pandas", "read exactly", "staged", "checked")


def person(n: int) -> tuple[object, ...]:
    """The row of one invented person, each value told from the number alone."""
    unit, since = UNITS[n % 8], MONTH - timedelta(days=n * 37 % 3_000)
    worker, rank = "officer" if n % 3 else "police staff", "DC" if n % 4 else "DS"
    carries, home, stage = CARRIES[n % 4], UNITS[n // 8 % 8], STAGES[n % 4]
    post = (ROLES[n % 5], worker, FTE[n % 5], carries, rank, "no")
    return (MONTH, f"{100_000 + n}", unit, *post, since, home, stage)


def write_return(rows: int, target: Path) -> None:
    """A People return of so many rows and twelve columns."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    sheet.append(HEADINGS)
    for n in range(rows):
        sheet.append(person(n))
    book.save(target)


def _pandas(file: Path) -> int:
    import pandas as pd

    return len(pd.read_excel(file, engine="openpyxl"))


def _exactly(file: Path) -> int:
    """Rows of the exact reader. It runs here, without the limits of the child."""
    from etl.readers import exact_xlsx

    return len(exact_xlsx.read(file.read_bytes())["sheets"][0]["rows"]) - 1


def _ours(file: Path, until: str) -> int:
    """Rows that came through from the gate on: staged, or checked by every rule."""
    import etl.checking.check_workbook as workbook
    from etl.checking.check_file import checked
    from settings import sample

    if until == "staged":
        workbook.check = lambda sheet: []
    done = checked(sample(), [(file.name, file.read_bytes())], today=date(2026, 11, 1))[0]
    if not done.sheets:
        raise SystemExit(f"{until}: refused: {[b.code for b in done.report.errors]}")
    return sum(len(sheet.rows) for sheet in done.sheets)


def measure(file: Path, way: str) -> dict[str, float]:
    """Seconds of processor and wall, and megabytes at the peak, of one way in this process."""
    start = time.perf_counter()
    rows = {"pandas": _pandas, "read exactly": _exactly}.get(way, lambda file: _ours(file, way))(file)
    own, child = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = sum(used.ru_utime + used.ru_stime for used in (own, child))
    return {
        "rows": rows,
        "cpu": cpu,
        "wall": time.perf_counter() - start,
        "mb": own.ru_maxrss / 1024,
        "child": child.ru_maxrss / 1024,
    }


def apart(file: Path, way: str) -> dict[str, float]:
    """The same in a fresh process."""
    command = [sys.executable, __file__, "--file", str(file), "--way", way]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def compare(rows: int) -> None:
    """Print every way at one size, and how many times as fast as pandas it is."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "people.xlsx"
        write_return(rows, file)
        print(f"\n{rows:,} rows x {len(HEADINGS)} columns, {file.stat().st_size / 1e6:.1f} MB")
        plain = apart(file, "pandas")
        for way in WAYS:
            got = plain if way == "pandas" else apart(file, way)
            print(line(way, got, plain))


def line(way: str, got: dict[str, float], plain: dict[str, float]) -> str:
    """One way's figures beside those of pandas."""
    times = plain["cpu"] / got["cpu"]
    return (
        f"{way:14} {got['cpu']:7.2f} s of processor, {got['wall']:7.2f} s in all, {times:5.2f} x as fast; "
        f"at most {got['mb']:5.0f} MB, its reading child {got['child']:5.0f} MB"
    )


def main() -> None:
    """Compare at each size, or measure one way in this process."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    asked.add_argument("--file", type=Path)
    asked.add_argument("--way", choices=WAYS)
    given = asked.parse_args()
    if given.way:
        print(json.dumps(measure(given.file, given.way)))
        return
    for rows in given.rows:
        compare(rows)


if __name__ == "__main__":
    main()
