"""How long a scenario and doing nothing beside it take: 20,000 runs of 12, 24 and 36 months, all in it.

Run it: python tests/benchmarks/benchmark_simulation_scenarios.py [months ...]
"""

import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.scenario import RUNS, simulate
from analysis.scenario.middle import middle
from tests.analysis.scenario.given import ALL, INTAKES, answer, inputs

MONTHS = (12, 24, 36)
TIMES = 5
RANGED = {"case_hours": (18.0, 36.0), "growth": (0.0, 0.1), "absence_later": (0.15, 0.25)}


def main() -> None:
    """Print the median seconds of a pair, by the clock and of the processor, and those of a middle case."""
    print(f"{RUNS:,} runs, twice, median of {TIMES}")
    print("months  seconds  processor  middle case, ms")
    for months in sorted({int(asked) for asked in sys.argv[1:]}) or MONTHS:
        given = inputs(ALL, INTAKES, months)
        wide = tuple(answer(a.id, a.value, *RANGED[a.id]) if a.id in RANGED else a for a in given.answers)
        given = replace(given, answers=wide)
        clock, processor = zip(
            *(_took(lambda given=given: simulate(given, 1)) for _ in range(TIMES)), strict=True
        )
        one = 1000 * _took(lambda given=given: middle(given))[0]
        print(f"{months:6} {median(clock):8.2f} {median(processor):10.2f} {one:16.1f}", flush=True)


def _took(work) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


if __name__ == "__main__":
    main()
