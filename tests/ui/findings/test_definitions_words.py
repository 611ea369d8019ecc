"""What the definitions page says, from the contracts and one made-up measure."""

from contracts import DATASETS
from metrics.model import Metric
from ui.findings import definitions as words

WAIT = Metric(
    "pressure/wait",
    "Longest wait",
    "How long does work wait?",
    "days of the oldest",
    "",
    "count",
    "days",
    "days",
    (("caseload",), ("caseload", "people")),
    dimensions=("work_family",),
    caveats=("Not a target.",),
)


def test_every_word_looked_for_must_be_there_whatever_its_case():
    assert words.found_metrics({WAIT.id: WAIT}, "LONGEST target", "all") == [WAIT]
    assert words.found_metrics({WAIT.id: WAIT}, "longest sickness", "all") == []
    assert words.found_metrics({WAIT.id: WAIT}, "", "training") == []


def test_a_measure_says_what_it_counts_in_what_and_what_to_mind():
    rows = dict(words.parts(WAIT))
    assert (
        rows["Counted in"] == "days" and rows["Mind"] == "Not a target." and rows["Split by"] == "work family"
    )
    assert rows["Needs"] == "Caseload or Caseload and People" and "Divided by" not in rows


def test_a_column_is_found_by_its_title_its_meaning_or_a_name_it_is_also_read_as():
    assert "Unallocated" in words.columns_frame(DATASETS["caseload"], "unallocated")["Column"].tolist()
    assert words.columns_frame(DATASETS["caseload"], "zebra").empty
    assert len(words.columns_frame(DATASETS["people"])) == len(DATASETS["people"].columns)


def test_the_headline_counts_what_was_found():
    assert words.headline(2, 1, " sick ") == "“sick” is in 2 measures and 1 sheet"
    assert words.headline(40, 8, "").startswith("What the numbers mean: 40 measures")
