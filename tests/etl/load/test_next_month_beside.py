"""The workbook of demand and money for the next month or year: what stands is filled in, and no count is."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from contracts import DATASETS
from contracts.to_excel import heading_row
from etl.__main__ import main
from etl.checking.check_file import checked
from etl.next_month.of_unit import next_month, workbook
from etl.next_month.said import NothingToFillIn
from store import open_store
from store.own_settings import keep_for_samples
from tests.etl.load.conftest import Loads

AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)
DEMAND, MONEY = ("demand",), ("budget", "post_cost")
OLD, NEW = "Rules of 2024", "Rules of 2025"


def recorded(month, unit, category="rape", rule=NEW):
    return {"month_end": month, "unit": unit, "category": category, "definition": rule, "source": "extract"}


@pytest.fixture(scope="module")
def sent(tmp_path_factory) -> Iterator[Loads]:
    """Two months of the force, one unit a month behind, two years of money, and two costs of one post."""
    place = tmp_path_factory.mktemp("beside")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_KEY_DIR", str(place / "keys"))
        made = Loads(keep_for_samples(open_store(place / "store")))
        force = [recorded(AUGUST, None, rule=OLD), recorded(SEPTEMBER, None)]
        made.load(demand=[*force, recorded(AUGUST, "CA1", "child abuse")])
        made.load(
            budget=[
                {"year_ending": date(2026, 3, 31), "unit": "DA1", "budget_pounds": 7},
                {"year_ending": date(2027, 3, 31), "unit": "DA1", "budget_pounds": 9, "source": "book 14"},
                {"year_ending": date(2026, 3, 31), "unit": None, "includes": "all spending"},
            ],
            post_cost=[
                {"valid_from": date(2025, 9, 1), "cost_pounds": 60_000},
                {"valid_from": date(2026, 9, 1), "cost_pounds": 61_000},
                {"valid_from": date(2025, 9, 1), "role": "support", "worker_type": "police staff"},
            ],
        )
        yield made


def made_of(sent, unit, only, month=None):
    return next_month(sent.store, sent.settings, unit, only=only, month=month)


def filled(sent, made, name):
    """The rows of a sheet, each as heading to value; what is blank is not there."""
    book = openpyxl.load_workbook(BytesIO(workbook(sent.store, made, "me")))
    page, top = book[DATASETS[name].title], heading_row(DATASETS[name])
    titles = [cell.value for cell in page[top]]
    rows = [dict(zip(titles, row, strict=True)) for row in page.iter_rows(min_row=top + 1, values_only=True)]
    said = [
        {k: v.date() if hasattr(v, "date") else v for k, v in row.items() if v is not None} for row in rows
    ]
    return [row for row in said if row]


def row(unit, category, month=OCTOBER, rule=NEW):
    counted = {"Category": category, "Counts": "recorded crimes", "Definition": rule, "Source": "extract"}
    return {"Month end": month, "Unit": unit, **counted}


@pytest.mark.parametrize("words", ["Whole force", "force-wide"])
def test_the_whole_force_has_the_newest_rows_of_itself_and_of_every_unit_without_a_count(sent, words):
    made = made_of(sent, words, DEMAND)
    assert (made.month, made.file_name) == (OCTOBER, "NORTHSHIRE-2026-10.xlsx")
    found = sorted(filled(sent, made, "demand"), key=lambda each: each["Unit"])
    assert found == [row("Child Abuse Investigation Team", "child abuse"), row("Whole force", "rape")]
    assert made.said == ("Demand: 2 rows of September 2026. To be typed: Count; Published or extracted on.",)


def test_a_unit_has_its_own_rows_alone_and_of_the_month_before_the_one_asked_for(sent):
    assert filled(sent, made_of(sent, "CA1", DEMAND), "demand") == [
        row("Child Abuse Investigation Team", "child abuse", SEPTEMBER)
    ]
    august = made_of(sent, "Force", DEMAND, SEPTEMBER)
    assert row("Whole force", "rape", SEPTEMBER, OLD) in filled(sent, august, "demand")


def test_a_budget_of_the_year_under_way_stands_and_of_a_new_year_is_typed(sent):
    unit = "Domestic Abuse Investigation Team"
    kind = {"Unit": unit, "Includes": "pay only"}
    force = {"Year ending": date(2027, 3, 31), "Unit": "Whole force", "Includes": "all spending"}
    now = made_of(sent, "Whole force", MONEY, date(2027, 3, 31))
    agreed = {"Budget £": 9, "Source": "book 14", "Agreed on": date(2026, 2, 24)}
    assert {"Year ending": date(2027, 3, 31), **kind, **agreed} in filled(sent, now, "budget")
    assert force in filled(sent, now, "budget")
    later = made_of(sent, "DA1", MONEY, date(2027, 4, 30))
    assert filled(sent, later, "budget") == [{"Year ending": date(2028, 3, 31), **kind}]
    assert later.said == (
        "Budget: 1 row; the newest are of 31 March 2027. To be typed: Budget £; Spent £; Spent up to; "
        "Source; Agreed on.",
    )


def test_posts_stand_once_with_neither_cost_nor_day_nor_source(sent):
    posts = filled(sent, made_of(sent, "Whole force", MONEY, OCTOBER), "post_cost")
    kinds = [("investigator", "officer"), ("support", "police staff")]
    assert sorted(posts, key=str) == sorted(
        ({"Role": r, "Worker type": w, "Includes": "pay and on-costs"} for r, w in kinds), key=str
    )


def test_the_workbook_filled_in_is_a_return(sent):
    data = workbook(sent.store, made_of(sent, "Whole force", DEMAND), "me")
    book = openpyxl.load_workbook(BytesIO(data))
    for cell in book["Demand"]["E"][1:3]:
        cell.value = 41
    held = BytesIO()
    book.save(held)
    file = checked(sent.settings, [("october.xlsx", held.getvalue())], today=date(2026, 11, 5))[0]
    assert file.report.ok and len(file.sheets[0].rows) == 2


@pytest.mark.parametrize(
    ("unit", "only", "told"),
    [
        ("Whole force", ("caseload",), "For Caseload name a unit"),
        ("MASH1", DEMAND, "has sent none of these sheets before"),
        ("No such team", DEMAND, "There is no unit"),
    ],
)
def test_what_cannot_be_filled_in_is_told(sent, unit, only, told):
    with pytest.raises(NothingToFillIn, match=told):
        made_of(sent, unit, only)


def test_the_command_line_writes_it(sent, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PPU_STORE", str(sent.store.path))
    target = tmp_path / "october.xlsx"
    assert main(["template", "demand", "--unit", "Whole force", "-o", str(target)]) == 0
    assert "Whole force, October 2026" in capsys.readouterr().out and target.exists()
