"""A figure that joins people across systems is withheld where too few of them could be matched."""

import pytest

from analysis.disclosure import Withheld
from metrics.catalogue import METRICS
from metrics.engine import read_spread
from tests.metrics.warehouse import Warehouse, month_end

MONTH, NEXT = month_end("2025-01"), month_end("2025-02")
COVERAGE = "training/trauma_informed_in_date_in_post"
MADE = (COVERAGE, "staffing/in_post_fte", "trust/people_matched")
HELD = "training/open_work_held_in_date"
# DA1: three of four people are in the training record. RA1: one of two.
PEOPLE = """
month_end | unit | person_key | role         | worker_type | fte | carries_work
2025-01   | DA1  | p1         | investigator | officer     | 1.0 | full
2025-01   | DA1  | p2         | investigator | officer     | 1.0 | full
2025-01   | DA1  | p3         | investigator | officer     | 1.0 | full
2025-01   | DA1  | p4         | investigator | officer     | 1.0 | full
2025-01   | RA1  | p5         | investigator | officer     | 1.0 | full
2025-01   | RA1  | p6         | investigator | officer     | 1.0 | full
"""
TRAINING = """
month_end | unit | person_key | course | status    | completed_on
2025-01   |      | p1         | TIP    | completed | 2024-12-01
2025-01   |      | p2         | TIP    | completed | 2024-12-01
2025-01   |      | p3         | TIP    | completed | 2024-12-01
2025-01   |      | p5         | TIP    | completed | 2024-12-01
"""


def warehouse(setting: str) -> Warehouse:
    settings = "name | value | valid_from | valid_to\n reduced_share | 0.5 | |\n" + setting
    return Warehouse(ref_setting=settings).draw("people", PEOPLE).draw("training", TRAINING).build(*MADE)


@pytest.mark.parametrize(
    ("limit", "withheld"),
    [("0.8", ["DA1", "RA1"]), ("0.76", ["DA1", "RA1"]), ("0.75", ["RA1"]), ("0.5", []), ("0", [])],
)
def test_a_unit_whose_people_were_matched_for_less_than_the_limit_is_withheld(
    limit: str, withheld: list[str]
) -> None:
    frame = warehouse(f"match_limit | {limit} | |").read(COVERAGE)
    assert [r["unit"] for r in frame.to_dict("records") if isinstance(r["value"], Withheld)] == withheld


def test_nothing_of_a_withheld_figure_is_given_and_it_is_said_in_words() -> None:
    row = warehouse("match_limit | 0.6 | |").read(COVERAGE).to_dict("records")[1]
    assert row["unit"] == "RA1" and row["value"] == row["numerator"] == row["denominator"] == Withheld(
        0.5, 0.6
    )
    assert METRICS[COVERAGE].say(row["value"]) == "withheld: 50% of people matched"
    assert str(Withheld(0.799, 0.8)) == "withheld: 79% of people matched"


def test_a_total_is_judged_by_the_share_over_all_its_units() -> None:
    of_all = 4 / 6
    for limit, given in ((0.6, True), (0.7, False)):
        frame = warehouse(f"match_limit | {limit} | |").read(COVERAGE, ("month_end",))
        assert bool(frame["value"][0] == of_all) is given
        by_role = warehouse(f"match_limit | {limit} | |").read(
            COVERAGE, ("role",), month_from=MONTH, month_to=MONTH
        )
        assert bool(by_role["value"][0] == of_all) is given
    one = warehouse("match_limit | 0.7 | |").read(COVERAGE, ("month_end",), where={"unit": ("DA1",)})
    assert one["value"][0] == 0.75


def test_a_limit_holds_from_its_day_and_no_limit_withholds_nothing() -> None:
    assert warehouse("match_limit | 0.9 | 2025-02-01 |").read(COVERAGE)["value"].tolist() == [0.75, 0.5]
    assert warehouse("match_limit | 0.9 | | 2024-12-31").read(COVERAGE)["value"].tolist() == [0.75, 0.5]
    assert warehouse("").read(COVERAGE)["value"].tolist() == [0.75, 0.5]


def test_figures_that_do_not_rest_on_the_match_are_given() -> None:
    frame = warehouse("match_limit | 1 | |").read("staffing/in_post_fte")
    assert frame["value"].tolist() == [4.0, 2.0]
    assert warehouse("match_limit | 1 | |").read("trust/people_matched")["value"].tolist() == [0.75, 0.5]


def test_training_and_work_by_person_rest_on_the_match() -> None:
    resting = {metric.id for metric in METRICS.values() if metric.rests_on_match}
    assert {m for m in METRICS if m.startswith("training/")} <= resting
    assert {"pressure/open_per_person", "pressure/held_by_someone_not_carrying", HELD} <= resting


def test_a_spread_between_people_is_withheld_too() -> None:
    people = "\n".join(
        ["month_end | unit | person_key | role | worker_type | fte | carries_work"]
        + [f"2025-01 | DA1 | p{n} | investigator | officer | 1.0 | full" for n in range(10)]
    )
    work = "\n".join(
        ["month_end | unit | person_key | work_type | open"]
        + [f"2025-01 | DA1 | p{n} | domestic abuse | {n + 1}" for n in range(12)]
    )
    for limit, given in (("0.8", True), ("0.9", False)):
        settings = f"name | value\nreduced_share | 0.5\nmatch_limit | {limit}"
        made = Warehouse(ref_setting=settings).draw("people", people).draw("investigators", work)
        made.build("pressure/open_per_person", "trust/people_matched")
        for level in ("unit", "unit type", "force"):
            row = _spread(made, level)
            assert row["n"] == 10 and bool(row["median"] == 5.5) is given
            assert given or row["median"] == row["p90"] == Withheld(10 / 12, 0.9)


def _spread(made: Warehouse, level: str) -> dict[str, object]:
    frame = read_spread(made.con.cursor(), "pressure/open_per_person", made.scope, level=level)
    return dict(frame.to_dict("records")[0])
