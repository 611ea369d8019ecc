"""Where every run stands in a month: its people, by what they do and wait for."""

import math
from dataclasses import dataclass, field

import numpy as np

from analysis.scenario.draws import Dealt, Floats, Ints, stream
from analysis.scenario.model import Inputs

Cohorts = list[tuple[int, Ints]]


@dataclass
class State:
    """Where every run stands in a month; changed as the months go by, and not kept by anybody."""

    inputs: Inputs
    dealt: Dealt
    seed: int
    runs: int
    accredits: bool
    month: int = 0
    accredited: Ints = field(init=False)
    other: Ints = field(init=False)
    part_accredited: Floats = field(init=False)
    part_other: Floats = field(init=False)
    awaiting_post: Ints = field(init=False)
    awaiting_seat: Ints = field(init=False)
    training: Cohorts = field(default_factory=list)
    course: list[tuple[int, Floats]] = field(default_factory=list)

    def __post_init__(self) -> None:
        in_post = self.inputs.value("in_post")
        ready = in_post * self.inputs.accredited_share if self.accredits else 0.0
        self.accredited, self.part_accredited = self._split(ready)
        self.other, self.part_other = self._split(in_post - ready)
        self.awaiting_post = self.awaiting_seat = np.zeros(self.runs, dtype=np.int64)

    def _split(self, fte: float) -> tuple[Ints, Floats]:
        whole = math.floor(fte + 1e-9)
        return np.full(self.runs, whole, dtype=np.int64), np.full(self.runs, max(fte - whole, 0.0))

    def luck(self, purpose: str) -> np.random.Generator:
        """This month's stream of a purpose."""
        return stream(self.seed, purpose, self.month)

    @property
    def trained(self) -> Floats:
        """Past training, in FTE."""
        return np.asarray(self.accredited + self.other + self.part_accredited + self.part_other)

    @property
    def in_training(self) -> Ints:
        """In training, or in pay and waiting for a seat."""
        return np.asarray(sum((group for _, group in self.training), self.awaiting_seat))
