"""New people, each with numbers nobody else has had."""

import datetime as dt
import math

from etl.samples.calendar import some_day
from etl.samples.chance import Chance
from etl.samples.person import SURNAMES, Person
from etl.samples.plan import CARRYING_ROLES, Post

RANKS = {
    "manager": "DI",
    "supervisor": "DS",
    "investigator": "DC",
    "offender manager": "DC",
    "referral officer": "PC",
    "sexual-offence trained officer": "DC",
    "coordinator": "PC",
    "support": "PC",
}
GRADES = {
    "investigator": "Grade F",
    "offender manager": "Grade F",
    "referral officer": "Grade E",
    "coordinator": "Grade E",
    "support": "Grade C",
}


class Recruits:
    """Makes people. Collar numbers have four digits, HR six and training five, and none is given twice."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def settled(self, unit: str, post: Post, begin: int) -> Person:
        """Make somebody who was there before the first month."""
        months = min(160, 2 + int(-38 * math.log(1 - self._chance.share())))
        since = some_day(begin - months, self._chance)
        return self._make(unit, post, since, months + self._chance.between(6, 60))

    def starter(self, unit: str, post: Post, number: int) -> Person:
        """Make somebody who starts in a numbered month; about half are new to the work."""
        new_to_it = (
            post.role == "investigator" and post.worker_type == "officer" and self._chance.happens(0.5)
        )
        return self._make(
            unit, post, some_day(number, self._chance), 0 if new_to_it else self._chance.between(8, 40)
        )

    def _make(self, unit: str, post: Post, since: dt.date, experience: int) -> Person:
        chance = self._chance
        officer = post.worker_type == "officer"
        rank = RANKS[post.role] if officer else GRADES.get(post.role, "Grade D")
        return Person(
            self._number(400000, 499999),
            self._number(301, 9899),
            self._number(60000, 89999),
            chance.one_of(SURNAMES),
            rank,
            unit,
            post.role,
            post.worker_type,
            self._fte(officer),
            since,
            experience,
            max(0.6, chance.around(1, 0.17)),
            acting=post.role == "supervisor" and chance.happens(0.2),
            crime_known=not chance.happens(0.06) or post.role in CARRYING_ROLES,
            training_known=not chance.happens(0.025),
        )

    def _fte(self, officer: bool) -> float:
        weights = {1.0: 90, 0.8: 6, 0.6: 4} if officer else {1.0: 78, 0.8: 10, 0.6: 8, 0.5: 4}
        return self._chance.weighted(weights)

    def _number(self, low: int, high: int) -> str:
        while True:
            number = f"{self._chance.between(low, high):04d}"
            if number not in self._taken:
                self._taken.add(number)
                return number
