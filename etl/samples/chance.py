"""Seeded chance: every draw of the sample force comes from here, so one seed gives one force."""

import math
import random


class Chance:
    """A named stream of draws. Two streams of one seed do not disturb each other."""

    def __init__(self, seed: int, *names: str) -> None:
        """Open the stream `names` of `seed`, the same on every computer and Python version."""
        self._random = random.Random("/".join((str(seed), *names)))

    def share(self) -> float:
        """Draw evenly between 0 and 1."""
        return self._random.random()

    def happens(self, likelihood: float) -> bool:
        """Say whether something of this likelihood happens."""
        return self.share() < likelihood

    def between(self, low: int, high: int) -> int:
        """Draw a whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def one_of(self, choices):
        """Draw one of a sequence, each as likely as another."""
        return choices[int(self.share() * len(choices))]

    def weighted(self, choices: dict):
        """Draw one key of `choices`, as likely as its weight."""
        left = self.share() * sum(choices.values())
        for choice, weight in choices.items():
            left -= weight
            if left < 0:
                return choice
        return next(reversed(choices))

    def around(self, middle: float, spread: float) -> float:
        """Draw from a normal curve (Box and Muller, from `share` alone)."""
        radius = math.sqrt(-2 * math.log(1 - self.share()))
        return middle + spread * radius * math.cos(2 * math.pi * self.share())

    def arrivals(self, mean: float) -> int:
        """Draw how many of something arrive when `mean` do on average (Poisson)."""
        if mean > 40:
            return max(0, round(self.around(mean, math.sqrt(mean))))
        product, count, floor = self.share(), 0, math.exp(-mean)
        while product > floor:
            product *= self.share()
            count += 1
        return count

    def out_of(self, n: int, likelihood: float) -> int:
        """Draw how many of `n` are picked (binomial)."""
        if n > 60:
            drawn = self.around(n * likelihood, math.sqrt(n * likelihood * (1 - likelihood)))
            return min(n, max(0, round(drawn)))
        return sum(self.share() < likelihood for _ in range(n))
