"""What can be chosen of a briefing: for whom, in which shape, with which sections."""

from dataclasses import dataclass
from typing import Literal

from store.written import LONGEST_NAME, NotWritten, one_line, words

Shape = Literal["brief", "pack", "statement"]
SHAPES: dict[Shape, str] = {
    "brief": "Two-page brief",
    "pack": "Full evidence pack",
    "statement": "Full pack by force management steps",
}
SECTIONS = {
    "what_changed": "What changed",
    "pressure": "Pressure",
    "staffing_gap": "Staffing gap",
    "training": "Training",
    "attrition": "Attrition",
    "demand_and_resource": "Demand and resource",
    "scenarios": "Scenarios",
    "promises": "Promises kept",
    "data_quality": "Data quality",
    "methods": "Methods",
}
LONGEST_PARAGRAPH, MOST_PARAGRAPHS = 600, 6
LONGEST_MARKING = 60
TOO_LONG = "Covering paragraph {} has {} characters. Write at most {} in each."
READERS = "Everyone who is given the document reads it: leave out people and cases, then produce it again."


@dataclass(frozen=True)
class Audience:
    """Who reads it: the title, the sections it starts with, and whether it is always for publication."""

    id: str
    title: str
    starts_with: tuple[str, ...]
    outside: bool = False


AUDIENCES = {
    each.id: each
    for each in (
        Audience(
            "superintendent",
            "Superintendent",
            ("what_changed", "pressure", "staffing_gap", "training", "attrition", "data_quality"),
        ),
        Audience(
            "chief",
            "Chief officer",
            ("what_changed", "pressure", "staffing_gap", "training", "attrition", "scenarios"),
        ),
        Audience(
            "body",
            "Local policing body",
            ("pressure", "staffing_gap", "training", "demand_and_resource", "scenarios", "promises",
             "data_quality"),
            outside=True,
        ),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A document as chosen. `unit` None is all units in view; `publication`: small groups are hidden.

    `covering` are the paragraphs that stand before everything else.
    """

    audience: str
    shape: Shape
    unit: str | None
    publication: bool
    sections: tuple[str, ...]
    covering: tuple[str, ...] = ()
    marking: str = "OFFICIAL"
    made_by: str = ""

    @property
    def is_brief(self) -> bool:
        """Whether it is the two-page brief."""
        return self.shape == "brief"


def start_of(audience: str, shape: Shape) -> tuple[str, ...]:
    """The sections that a document starts with: those of its audience, and in a full pack all."""
    return AUDIENCES[audience].starts_with if shape == "brief" else tuple(SECTIONS)


def paragraphs(text: str) -> tuple[str, ...]:
    """The covering sentences by paragraph, without odd characters.

    Raises NotWritten where one is too long, there are too many, or something reads like a reference, with
    every such word of all of them.
    """
    lines = [one_line(line) for line in text.splitlines() if line.strip()]
    for n, line in enumerate(lines, start=1):
        if len(line) > LONGEST_PARAGRAPH:
            raise NotWritten(TOO_LONG.format(n, len(line), LONGEST_PARAGRAPH))
    whole = " ".join(lines)
    if whole:
        words(whole, "The covering note", len(whole), READERS)
    found = tuple(lines)
    if len(found) > MOST_PARAGRAPHS:
        raise NotWritten(f"There are {len(found)} covering paragraphs. Write at most {MOST_PARAGRAPHS}.")
    return found


def marking_of(text: str) -> str:
    """The marking on one line. Raises NotWritten where it is empty or too long."""
    return words(text, "The marking", LONGEST_MARKING)


def maker(text: str) -> str:
    """The name of who makes it. Raises NotWritten where it is empty, too long or reads like a reference."""
    if not text.strip():
        raise NotWritten("Your name is empty. The document says who made it: write your name beside Marking.")
    return words(text, "Your name", LONGEST_NAME)
