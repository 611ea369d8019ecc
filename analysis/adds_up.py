"""Rounding parts so that what is printed adds up to the total that is printed.

Each part is rounded down, and what is then missing goes to the parts that lost most by it (the method of the
largest remainder, as seats are given to parties: Balinski and Young 1982, Fair Representation). No part is
moved by more than one in its last decimal place while the total is the parts' own.
"""

import math
from collections.abc import Sequence


def rounded_to(total: float, parts: Sequence[float], decimals: int = 1) -> tuple[float, ...]:
    """The parts at so many decimals, adding up to `total` at as many. Empty parts give none."""
    if not parts:
        return ()
    scale = 10**decimals
    whole = [math.floor(part * scale) for part in parts]
    left = [part * scale - floor for part, floor in zip(parts, whole, strict=True)]
    short = round(total * scale) - sum(whole)
    order = sorted(range(len(parts)), key=lambda place: -left[place] if short > 0 else left[place])
    for step in range(abs(short)):
        whole[order[step % len(order)]] += 1 if short > 0 else -1
    return tuple(each / scale for each in whole)
