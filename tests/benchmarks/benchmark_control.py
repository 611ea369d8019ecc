"""What a change to the control database costs beside a large coverage.

Run it: python tests/benchmarks/benchmark_control.py
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from store import audit, control, coverage, seal
from store.coverage import Claim, Scope
from store.place import Store

ROWS, UNITS, TIMES = 217_000, 301, 7
LOAD = "INSERT INTO load VALUES (?, ?, 'F', 'w', 'f', ?, 'published', 't', 'me', NULL, NULL)"


def took(does: Callable[[], object]) -> float:
    """Processor seconds of it."""
    begun = time.process_time()
    does()
    return time.process_time() - begun


def a_load(store: Store, number: int, claims: list[Scope]) -> None:
    """As a load writes it: the load, what it speaks for, and a line of the audit."""
    name = f"L{number:05d}"
    with control.transaction(store) as con:
        con.execute(LOAD, (number, name, name))
        held = [Claim(scope, number, name) for scope in claims]
        coverage.write(con, held)
        coverage.settle(con, held, {scope.force for scope in claims})
        audit.write(con, "me", "collection", f"load {name}", {})


def a_line(store: Store) -> None:
    """One line of the audit."""
    with control.transaction(store) as con:
        audit.write(con, "me", "disclosure", "an export", {})


def measure(store: Store) -> None:
    """Print the processor seconds of each kind of change, and of looking all of it over."""
    control.migrate(store)
    every = [Scope("F", f"sheet {n % 6}", f"month {n // 6 % 120}", f"unit {n // 720}") for n in range(ROWS)]
    print(f"{ROWS:,} rows of coverage in one load: {took(lambda: a_load(store, 1, every)):.2f}")
    line = median(took(lambda: a_line(store)) for _ in range(TIMES))
    month = [
        [Scope(f"G{number}", "sheet", "month", f"unit {n}") for n in range(UNITS)] for number in range(TIMES)
    ]
    load = median(took(lambda n=n, of=of: a_load(store, n + 2, of)) for n, of in enumerate(month))
    with control.looking(store) as con:
        whole = took(lambda: seal.holds(con))
    print(f"a line of the audit {line:.3f}, a load of {UNITS} units {load:.3f}, all looked over {whole:.2f}")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        measure(Store(Path(folder)))
