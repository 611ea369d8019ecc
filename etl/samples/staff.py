"""Everybody in public protection at one moment."""

from dataclasses import dataclass, field

from etl.samples.chance import Chance
from etl.samples.person import Gone, Movement, Person
from etl.samples.plan import Post
from etl.samples.recruits import Recruits
from etl.samples.stories import Stories


@dataclass
class Staff:
    """Everybody in public protection now, and what happened this month."""

    stories: Stories
    chance: Chance
    recruits: Recruits
    people: list[Person] = field(default_factory=list)
    starting: list[tuple[int, str, Post]] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)

    def in_post(self, unit: str, post: Post) -> float:
        """FTE in one kind of post of a unit, split posts by half."""
        return sum(
            person.fte_in(unit)
            for person in self.people
            if person.role == post.role and person.worker_type == post.worker_type
        )
