"""What a store must hold, reckoned in plain Python from what was sent, undone, released and agreed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

NAMES = {
    "Domestic abuse investigation": "DA1",
    "Child abuse investigation": "CA1",
    "Missing and exploitation": "EXP1",
}


@dataclass(frozen=True)
class Sent:
    """One load: its month, open cases by the unit's name as sent, and whether it stands."""

    load_id: str
    month: str
    cases: tuple[tuple[str, int], ...]
    stands: bool = True


@dataclass(frozen=True)
class Expected:
    """Every load in its order, and which unit each agreed word means."""

    loads: tuple[Sent, ...] = ()
    words: dict[str, str] = field(default_factory=dict)

    def next_id(self) -> str:
        """The number of the load that comes next."""
        return f"L{len(self.loads) + 1:05d}"

    def loaded(self, month: str, cases: dict[str, int]) -> Expected:
        """After one more load."""
        return replace(self, loads=(*self.loads, Sent(self.next_id(), month, tuple(cases.items()))))

    def undone(self, load_id: str) -> Expected:
        """After a load was undone."""
        loads = tuple(replace(e, stands=False) if e.load_id == load_id else e for e in self.loads)
        return replace(self, loads=loads)

    def meaning(self, word: str, unit: str) -> Expected:
        """After a word was agreed to mean another unit."""
        return replace(self, words={**self.words, word: unit})

    def rows(self) -> list[tuple[str, str, str, int]]:
        """Unit, month, load and open cases: of each unit and month what came last."""
        found = {}
        for load in self.loads:
            if load.stands:
                for name, cases in load.cases:
                    unit = NAMES.get(name) or self.words[name]
                    found[unit, load.month] = (load.load_id, cases)
        return sorted((unit, month, *held) for (unit, month), held in found.items())

    def states(self) -> dict[str, str]:
        """The state of each load."""
        return {e.load_id: "published" if e.stands else "undone" for e in self.loads}
