"""The workbook of a unit's next month begins with what stands, and with nothing that is counted anew."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from contracts import DATASETS
from contracts.to_excel import heading_row
from etl.__main__ import main
from etl.loading.decisions import Decisions
from etl.loading.load import load
from etl.next_month.of_unit import NextMonth, next_month, workbook
from etl.next_month.said import NothingToFillIn
from settings import sample
from settings.model import Settings
from store import labels, open_store
from store.control import reading
from store.own_settings import keep_for_samples
from tests.etl.load.conftest import Loads
from tests.tables import drawn_rows

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
SHEETS = {
    "caseload": """
        | unit | work_type      | open | unallocated | over_90_days |
        | DA1  | domestic abuse |  120 |          14 |           40 |
        | DA1  | rape           |    9 |           1 |              |
        | CA1  | child abuse    |   70 |           2 |           10 |
    """,
    "investigators": """
        | unit | person_ref | work_type      | open |
        | DA1  | 4417       | domestic abuse |   12 |
        | CA1  | 5002       | child abuse    |    8 |
    """,
    "establishment": """
        | unit | role         | funded_fte | in_post_fte | held_fte | start_agreed_fte | funding_source |
        | DA1  | investigator |       12.0 |        10.4 |        1 |              0.5 | =1+1           |
        | CA1  | investigator |        9.0 |         8.0 |        0 |                0 | core budget    |
    """,
    "people": """
        | unit | person_ref | fte | rank_or_grade | crime_system_ref | home_unit |
        | DA1  | 4417       | 0.8 | DC            | N4417            | CA1       |
        | DA1  | 0012       | 1.0 | DS            |                  |           |
        | CA1  | 5002       | 1.0 | DC            |                  |           |
    """,
    "unavailable": """
        | unit | reason         | fte |
        | DA1  | long-term sick | 2.5 |
        | CA1  | other          | 1.0 |
    """,
    "training": """
        | unit | person_ref | course     | status    |
        | DA1  | T12        | DA Matters | completed |
        | CA1  | T44        | DA Matters | completed |
    """,
}


def rows(dataset: str, drawn: str, month: date = AUGUST) -> list[dict]:
    """Rows as sent: an optional column that is not drawn holds nothing."""
    columns = DATASETS[dataset].columns
    blank = {c.name: None for c in columns if not c.required}
    numbers = {c.name for c in columns if c.type in ("number", "whole_number")}
    return [
        blank | {k: float(v) if v and k in numbers else v for k, v in row.items()} | {"month_end": month}
        for row in drawn_rows(drawn)
    ]


def everything(month: date = AUGUST) -> dict[str, list[dict]]:
    return {name: rows(name, drawn, month) for name, drawn in SHEETS.items()}


@pytest.fixture(scope="module")
def august(tmp_path_factory) -> Iterator[Loads]:
    """A store with a month of two units, read by every test that changes nothing in it."""
    place = tmp_path_factory.mktemp("august")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PPU_KEY_DIR", str(place / "keys"))
        made = Loads(keep_for_samples(open_store(place / "store")))
        made.load(**everything())
        yield made


@pytest.fixture
def after(august, tmp_path, monkeypatch) -> Loads:
    """The same store, to change."""
    shutil.copytree(august.store.path.parent, tmp_path / "copy")
    monkeypatch.setenv("PPU_KEY_DIR", str(tmp_path / "copy" / "keys"))
    return Loads(open_store(tmp_path / "copy" / "store"))


def made_of(made: Loads, unit: str = "DA1", **asked) -> NextMonth:
    return next_month(made.store, asked.pop("settings", made.settings), unit, **asked)


def opened(made: Loads, book: NextMonth) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(workbook(made.store, book, "me")))


def filled(book: openpyxl.Workbook, dataset: str) -> list[dict]:
    """The rows of a sheet, each as heading to value; what is blank is not there."""
    top = heading_row(DATASETS[dataset])
    titles = [cell.value for cell in book[DATASETS[dataset].title][top]]
    values = book[DATASETS[dataset].title].iter_rows(min_row=top + 1, values_only=True)
    found = [{t: v for t, v in zip(titles, row, strict=True) if v is not None} for row in values]
    return [row for row in found if row]


NAMED = {"Month end": SEPTEMBER, "Unit": "Domestic Abuse Investigation Team"}


def in_days(row: dict) -> dict:
    return {title: v.date() if hasattr(v, "date") else v for title, v in row.items()}


def test_people_and_posts_are_there_and_no_count_is(august):
    book = opened(august, made_of(august))
    found = {name: [in_days(row) for row in filled(book, name)] for name in SHEETS}
    assert found["caseload"] == [
        NAMED | {"Work type": "domestic abuse"},
        NAMED | {"Work type": "rape"},
    ]
    assert found["investigators"] == [NAMED | {"Person ref": "4417", "Work type": "domestic abuse"}]
    assert found["establishment"] == [
        NAMED
        | {"Role": "investigator", "Worker type": "officer", "Funded FTE": 12, "Held FTE": 1}
        | {"Funding source": "=1+1"}
    ]
    person = NAMED | {"Role": "investigator", "Worker type": "officer", "Carries work": "full"}
    home = {"Crime system ref": "N4417", "Home unit": "Child Abuse Investigation Team"}
    assert found["people"] == [
        person | {"Person ref": "4417", "FTE": 0.8, "Rank or grade": "DC"} | home,
        person | {"Person ref": "0012", "FTE": 1, "Rank or grade": "DS"},
    ]
    assert found["unavailable"] == [NAMED | {"Reason": "long-term sick"}]
    course = {"Course": "DA Matters", "Completed on": date(2025, 3, 12), "Status": "completed"}
    assert found["training"] == [{"Person ref": "T12", "Unit": NAMED["Unit"]} | course]
    assert book["Training"]["B1"].value.date() == SEPTEMBER


def test_what_is_to_be_typed_is_said_and_is_what_was_told_last_time(august):
    said = {line.split(":")[0]: line for line in made_of(august).said}
    assert "To be typed: Open; Unallocated; New; Closed; Over 90 days." in said["Caseload"]
    assert "To be typed: In post FTE; Start agreed FTE." in said["Establishment"]
    assert said["People"] == "People: 2 rows of August 2026."
    assert next(iter(said)).startswith("The workbook holds references to people")


def test_once_the_counts_are_typed_it_loads_without_a_warning_and_gives_the_next_month(after):
    book = opened(after, made_of(after))
    for row, counts in ((2, (125, 15, 40, 35)), (3, (8, 0, 3, 4))):
        for column, count in zip("DEFG", counts, strict=True):
            book["Caseload"][f"{column}{row}"] = count
    book["Investigators"]["E2"], book["Unavailable"]["D2"] = 11, 1.5
    held = BytesIO()
    book.save(held)
    done = load(after.store, [("DA1-2026-09.xlsx", held.getvalue())], "me", Decisions())
    assert not done.refused, [r.report.breaches if r.report else r.why for r in done.refused]
    assert after.ask(
        "SELECT work_type, \"open\" FROM caseload WHERE unit = 'DA1' AND month_end = '2026-09-30' "
        "ORDER BY 2 DESC"
    ) == [("domestic abuse", 125), ("rape", 8)]
    assert after.ask(
        "SELECT sum(numerator) FROM figure WHERE metric = 'pressure/open' AND unit = 'DA1' "
        "AND month_end = '2026-09-30'"
    ) == [(133,)]
    # The same people, the same posts, the same key for each person.
    for asked in (
        "person_key, fte, rank_or_grade FROM people",
        "role, funded_fte, held_fte FROM establishment",
    ):
        was, now = (
            after.ask(f"SELECT {asked} WHERE unit = 'DA1' AND month_end = '{month}' ORDER BY ALL")
            for month in (AUGUST, SEPTEMBER)
        )
        assert was == now != []


def test_nothing_of_it_is_a_formula_a_hidden_sheet_or_left_over(august):
    made = made_of(august)
    data = workbook(august.store, made, "me")
    book = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [c.coordinate for c in cells if c.data_type in ("f", "e")] == []
    assert book["Establishment"]["I2"].value == "=1+1"
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    sheets = [DATASETS[name] for name in SHEETS]
    assert book.sheetnames == [*(each.title for each in sheets), "Example", "Lists"]
    for each in sheets:
        across = [c.title for c in each.columns if not c.once_per_file]
        assert [cell.value for cell in book[each.title][heading_row(each)]] == across
    with ZipFile(BytesIO(data)) as parts:
        assert not [n for n in parts.namelist() if "external" in n.lower() or "custom" in n.lower()]
        everything_in_it = b"".join(parts.read(name) for name in parts.namelist())
    for not_this_units in (b"5002", b"T44", b"by hand", b"L0000"):
        assert not_this_units not in everything_in_it


def test_the_same_call_twice_gives_the_same_bytes(august):
    one, other = (workbook(august.store, made_of(august), "me") for _ in range(2))
    assert one == other


def test_where_the_settings_allow_no_references_the_rest_of_people_is_filled_in(august):
    settings = Settings((replace(sample().forces[0], person_lists=False),))
    made = made_of(august, settings=settings)
    book = opened(august, made)
    assert ["Person ref" in row or "Crime system ref" in row for row in filled(book, "people")] == [False] * 2
    assert [row["FTE"] for row in filled(book, "people")] == [0.8, 1]
    # A course or a count without its person could be put beside another's.
    assert filled(book, "training") == filled(book, "investigators") == []
    said = "\n".join(made.said)
    assert "the settings of Northshire Police do not allow them to be kept" in said
    assert "Training: Rows left out, because without the reference they say nothing of anybody: 1." in said
    assert made.references == 0 and "holds references" not in said


def test_references_that_were_forgotten_are_blank_and_it_is_said(after):
    labels.destroy(after.store)
    made = made_of(after)
    assert [row.get("Person ref") for row in filled(opened(after, made), "people")] == [None, None]
    assert "References that are not kept as sent are left blank: 3." in " ".join(made.said)


def test_who_took_references_is_in_the_audit_and_no_reference_is(august):
    workbook(august.store, made_of(august), "S Patel")
    with reading(august.store) as con:
        line = con.execute("SELECT who, verb, what, detail FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    assert tuple(line) == (
        "S Patel",
        "disclosure",
        "workbook of NORTHSHIRE DA1 for 2026-09",
        '{"references": 5}',
    )


def test_it_begins_with_what_stands_after_a_correction_and_after_its_undo(loads):
    posts = "| unit | role | funded_fte |\n| DA1 | investigator | 12 |"
    loads.load(establishment=rows("establishment", posts))
    corrected = loads.load(establishment=rows("establishment", posts.replace("12", "15")))
    funded = lambda: [r["Funded FTE"] for r in filled(opened(loads, made_of(loads)), "establishment")]  # noqa: E731
    assert funded() == [15]
    loads.undo(corrected)
    assert funded() == [12]


def test_each_sheet_is_of_the_units_newest_month_before_the_one_asked_for(loads):
    july = date(2026, 7, 31)
    posts = "| unit | role | funded_fte |\n| DA1 | investigator | 12 |"
    of_the_whole_force = [row | {"unit": None} for row in rows("training", SHEETS["training"], july)]
    loads.load(establishment=rows("establishment", posts, july), training=of_the_whole_force)
    loads.load(caseload=rows("caseload", SHEETS["caseload"]))
    assert made_of(loads).month == SEPTEMBER
    assert (
        "Establishment: 1 row of July 2026, the newest that was sent; it is not the month before."
        in " ".join(made_of(loads).said)
    )
    again = made_of(loads, month=AUGUST)
    assert [sheet.dataset.name for sheet in again.sheets] == ["establishment"]
    with pytest.raises(NothingToFillIn, match="has sent nothing before July 2026"):
        made_of(loads, month=july)


@pytest.mark.parametrize(
    ("unit", "says"),
    [
        ("Domestic abuse", "Did you mean “Domestic abuse investigation”"),
        ("Nowhere", "There is no unit “Nowhere” in the settings of Northshire Police."),
        ("MASH1", "Safeguarding hub has sent nothing yet"),
    ],
)
def test_where_there_is_nothing_it_says_why(august, unit, says):
    with pytest.raises(NothingToFillIn, match=says):
        made_of(august, unit)


def test_a_unit_that_ends_has_no_workbook_for_after(august):
    force = sample().forces[0]
    units = tuple(replace(u, valid_to=AUGUST) if u.code == "DA1" else u for u in force.units)
    with pytest.raises(NothingToFillIn, match="no unit any more at the end of September 2026"):
        made_of(august, settings=Settings((replace(force, units=units),)))


def test_a_force_that_takes_no_sheet_of_investigators_is_given_none(august):
    settings = Settings((replace(sample().forces[0], investigators_sheet=False),))
    assert "investigators" not in [s.dataset.name for s in made_of(august, settings=settings).sheets]


def test_the_command_writes_it_says_what_is_in_it_and_what_is_wrong(august, tmp_path, capsys):
    command = ["--store", str(august.store.path), "template", "--unit"]
    where = str(tmp_path / "mine.xlsx")
    assert main([*command, "da1", "-o", where]) == 0
    assert "Domestic Abuse Investigation Team, September 2026" in (told := capsys.readouterr().out)
    assert "  People: 2 rows of August 2026." in told
    assert openpyxl.load_workbook(where).sheetnames[0] == "Caseload"
    assert main([*command, "DA1", "people", "--month", "2026-10", "-o", where]) == 0
    assert "it is not the month before" in capsys.readouterr().out
    assert openpyxl.load_workbook(where).sheetnames == ["People", "Example", "Lists"]
    assert main([*command, "Nowhere"]) == 1 and "no unit “Nowhere”" in capsys.readouterr().out
    assert main([*command, "DA1", "--month", "soon"]) == 1
    assert "written as 2026-10" in capsys.readouterr().out
    assert main([*command, "DA1", "movements"]) == 1
    assert "has sent none of these sheets" in capsys.readouterr().out
    assert main(["template"]) == 2 and "Say which workbook" in capsys.readouterr().out
