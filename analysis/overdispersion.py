"""Overdispersion: units differ by more than chance, for reasons nobody measured, and limits allow for it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
TRIMMED = 0.1


@dataclass(frozen=True)
class Spread:
    """How far units differ beyond chance: `phi` is 1 when chance explains all, `tau2` is what it does not."""

    phi: float
    tau2: float


def winsorise(z: Numbers, share: float = TRIMMED) -> Numbers:
    """Pull the furthest `share` at each end in to the quantile there (type 7): outliers do not widen limits.

    Source: Spiegelhalter 2005, Handling over-dispersion of performance indicators.
    """
    lower, upper = np.quantile(z, [share, 1 - share])
    return np.clip(z, lower, upper)


def spread_beyond_chance(z: Numbers, s: Numbers) -> Spread:
    """Phi and tau² of `z` scores whose standard errors are `s`, one for each unit, at least one unit.

    φ = Σw²/n of the winsorised scores w; τ² = max(0, (nφ − (n − 1)) / (Σs⁻² − Σs⁻⁴/Σs⁻²)), additive random
    effects. Sources: Spiegelhalter 2005; DerSimonian and Laird 1986.
    """
    n = len(z)
    phi = float(np.mean(winsorise(z) ** 2))
    weights = s**-2.0
    room = float(weights.sum() - (weights**2).sum() / weights.sum())
    beyond = n * phi - (n - 1)
    return Spread(phi, max(0.0, beyond / room) if n > 1 else 0.0)
