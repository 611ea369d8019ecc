"""How long the need for people takes to simulate, beside the same draws in plain Python.

Seconds are of the processor. The plain way draws one year after another with the standard library, so that
the ratio says what drawing all of them at once is worth; it does fewer years and is scaled up. It leaves out
what each number is worth to the answer, which is most of the rest.

Run it: python tests/benchmarks/benchmark_simulation.py [--draws 20000] [--types 10]
"""

import argparse
import math
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.assumptions import Assumption
from analysis.gap import GapInputs, Staff, WorkType, gap_of
from analysis.gap.simulate import drawn_of, required_of

PLAIN_YEARS = 500
ROUNDS = 5


def given(types: int, draws: int) -> GapInputs:
    """So many invented work types, each with hours of a range."""
    work = tuple(
        WorkType(f"type {n}", 20.0 + 10 * n, 0.1, _range(f"type {n}", 10.0 + 5 * n, 0.6, 1.6))
        for n in range(types)
    )
    supervision = Assumption("supervision", "Supervision", 0.08, 0.05, 0.12, "share", "diaries", "")
    staff = Staff(200.0, 180.0, 160.0)
    return GapInputs(work, _range("year", 1400.0, 0.96, 1.04), staff, (supervision,), draws=draws)


def _range(name: str, middle: float, low: float, high: float) -> Assumption:
    return Assumption(name, name, middle, middle * low, middle * high, "hours", "a workshop", "")


def plain_years(inputs: GapInputs, years: int) -> list[float]:
    """The same law drawn a year at a time; errors are independent, which is less work."""
    law = random.Random(inputs.seed)
    return [_year(inputs, law) for _ in range(years)]


def _year(inputs: GapInputs, law: random.Random) -> float:
    hours = sum(_cases(work, law) * _pert(work.hours, law) for work in inputs.work)
    support = sum(_pert(each, law) for each in inputs.allowances)
    return hours / _pert(inputs.available, law) / (1 - support)


def _cases(work: WorkType, law: random.Random) -> float:
    rate = law.gammavariate(1 / work.cv**2, work.annual * work.cv**2)
    return max(0.0, round(law.gauss(rate, math.sqrt(rate))))  # near enough to Poisson for its time


def _pert(held: Assumption, law: random.Random) -> float:
    span = held.high - held.low
    above, below = (held.value - held.low) / span, (held.high - held.value) / span
    return held.low + span * law.betavariate(1 + 4 * above, 1 + 4 * below)


def seconds(run: Callable[[], object]) -> float:
    """Processor seconds of the quickest of a few rounds."""
    found = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        run()
        found.append(time.process_time() - begun)
    return min(found)


def main() -> None:
    """Print the seconds and the ratio."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--draws", type=int, default=20_000)
    asked.add_argument("--types", type=int, default=10)
    chosen = asked.parse_args()
    inputs = given(chosen.types, chosen.draws)
    drawn = seconds(lambda: required_of(drawn_of(inputs)))
    whole = seconds(lambda: gap_of(inputs))
    plain = seconds(lambda: plain_years(inputs, PLAIN_YEARS)) * chosen.draws / PLAIN_YEARS
    print(f"{chosen.draws:,} years of {chosen.types} work types")
    print(f"draws                                 {drawn:8.3f} s")
    print(f"draws, ranges, chances, influences    {whole:8.3f} s")
    print(
        f"draws in plain Python (from {PLAIN_YEARS})      {plain:8.3f} s, {plain / drawn:.0f} times as long"
    )


if __name__ == "__main__":
    main()
