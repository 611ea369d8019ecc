"""The stories planted in the sample force; docs/sample-force.md tells them to a reader.

Each is placed in months before the last one, so a reader finds it whatever `--end` is. The rename alone
keeps its date, because settings/sample/units.toml gives the date of each name.
"""

from dataclasses import dataclass

from etl.samples.calendar import month_number
from etl.samples.unit_names import RENAMED_FROM


@dataclass(frozen=True)
class Stories:
    """When each story happens, for a sample force that ends in month number `end`."""

    end: int

    @property
    def demand_steps_up(self) -> int:
        """Month from which DA1 takes in more domestic abuse work."""
        return self.end - 9

    @property
    def experienced_leave(self) -> int:
        """Month from which RASSO1 loses experienced people to other units."""
        return self.end - 9

    def loses_experience(self, number: int) -> bool:
        """Say whether RASSO1 loses one more in a numbered month: in two months of every three."""
        since = number - self.experienced_leave
        return since >= 0 and since % 3 != 2

    @property
    def training_lapses(self) -> int:
        """Month in which MASH1's trauma-informed training runs out."""
        return self.end + 2

    @property
    def renamed(self) -> int:
        """First month of MOSOVO1's new name."""
        return month_number(*RENAMED_FROM)

    @property
    def late_return(self) -> int:
        """Month for which EXP1's caseload came in three weeks late."""
        return self.end - 6

    @property
    def corrected_return(self) -> int:
        """Month for which VA1 sent its caseload again, put right."""
        return self.end - 4

    def gone_with_work(self, unit: str) -> tuple[int, ...]:
        """Months in which somebody leaves `unit` and the work stays in their name."""
        months = {"CA1": (self.end - 3, self.end - 1), "OCSAE1": (self.end - 2,)}
        return months.get(unit, ())


LATE_UNIT = "EXP1"
CORRECTED_UNIT = "VA1"
STEP = 1.3  # new domestic abuse work after the step, against before
