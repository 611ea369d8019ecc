"""What the mapping step says: how many are asked, what is proposed, what is taken as an answer."""

from dataclasses import dataclass, field
from typing import Any

from etl.words.word import Word
from settings.remembered import LEFT_OUT
from ui.findings import upload_match as words

UNITS = (("CA1", "Child abuse"), ("DA1", "Domestic abuse"))


@dataclass
class Fault:
    code: str
    sheet: str


@dataclass
class Report:
    words: tuple[Word, ...]
    errors: list[Any] = field(default_factory=list)


def unit(text, how="none", **changes):
    return Word(
        "units", "Unit", text, how, choices=UNITS, may_leave_out=True, sheets=("People",), rows=20, **changes
    )


NEAR = unit("Child abuze team", nearest="CA1")
SLIP = unit("Domestc abuse", "close", code="DA1", nearest="DA1")
HEADING = Word(
    "column:caseload", "Heading", "Court list", "none", choices=(("open", "Open"),), sheets=("Caseload",)
)


def test_a_group_counts_its_spellings_and_rows_over_all_files():
    (group,) = words.asked([Report((NEAR, SLIP)), Report((NEAR,))], {})
    assert group.title == "Unit: 2 spellings, 60 rows"
    assert [(w.label, w.proposal) for w in group.words] == [
        ("“Child abuze team” (People, 40 rows): the nearest of ours is proposed", "CA1"),
        ("“Domestc abuse” (People, 20 rows): only the spelling differs", "DA1"),
    ]


def test_leaving_out_is_offered_where_it_is_lawful_alone():
    (group,) = words.asked([Report((NEAR,))], {})
    assert group.words[0].titles[LEFT_OUT] == words.NOT_OURS
    (group,) = words.asked([Report((HEADING,))], {})
    assert LEFT_OUT not in group.words[0].options and group.title == "Headings of Caseload: 1"


def test_what_is_left_as_it_was_read_is_no_answer_and_what_is_not_chosen_none():
    groups = words.asked([Report((NEAR, SLIP, HEADING))], {})
    chosen = {NEAR.key: "CA1", SLIP.key: "DA1", HEADING.key: None}
    assert words.answers(groups, chosen) == {NEAR.key: "CA1"}
    assert words.answers(groups, {**chosen, SLIP.key: "CA1"})[SLIP.key] == "CA1"


def test_an_answer_stays_to_be_seen_and_changed():
    answered = unit("Child abuze team", "remembered", code="CA1")
    assert words.asked([Report((answered,))], {}) == []
    (group,) = words.asked([Report((answered,))], {answered.key: "CA1"})
    assert group.words[0].label.endswith(": as you said") and group.words[0].proposal == "CA1"


def test_only_what_stops_the_load_is_counted_as_still_to_answer():
    report = Report((NEAR, HEADING))
    assert words.summary([], [report]).startswith("1 answer still to give.")
    missing = Report((NEAR, HEADING), [Fault("column_missing", "Caseload")])
    assert words.summary([], [missing]).startswith("2 answers still to give.")
    assert words.summary([], [Report((SLIP,))]).startswith("Nothing has been saved yet")
