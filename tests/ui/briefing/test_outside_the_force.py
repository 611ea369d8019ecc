"""What a document for readers outside the force does not say: people found by the checks, names of files, and
returns of units that it is not about.
"""

from datetime import date

import duckdb
import pytest
import streamlit as st

import access
from exports.grid import as_table
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.briefing.choices import Asked
from ui.briefing.compose import compose
from ui.figures import status
from ui.page import footer, open_page

SEPTEMBER = date(2026, 9, 30)
FOUND = (
    ("in_post_differs", "DA1", 7, "people: 2.0 FTE in Establishment, 3.4 FTE in People"),
    ("person_gone_without_movement", "CA1", 2, "people"),
    ("etl.unknown_word", "DA1", 1, "movements: reason “moved 4417”"),
    ("work_held_by_someone_not_carrying", "CA1", 21, "gone or not in People"),
)
HIDDEN = ("2.0 FTE", "3.4 FTE", "4417")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    made = publish(tmp_path_factory.mktemp("outside") / "store", Made(months=2))
    with duckdb.connect(str(made / "published" / "made.duckdb")) as con:
        con.execute("delete from finding")
        con.executemany(
            "insert into finding values (?, ?, ?, ?, ?, ?)",
            [(name, FORCE, unit, SEPTEMBER, n, detail) for name, unit, n, detail in FOUND],
        )
    return made


@pytest.fixture
def gather(place, monkeypatch):
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(place))
    st.cache_data.clear()
    st.cache_resource.clear()
    st.session_state["view"] = (FORCE, str(SEPTEMBER), "all")
    return lambda reader: open_page._gather("case/briefing", reader)


def found(made):
    """The rows of what the checks found, by what was found and unit."""
    tables = [as_table(b) for s in made.document.sections for b in s.blocks if hasattr(b, "frame")]
    rows = next(t.frame for t in tables if t.title.startswith("What the checks found"))
    return {(row["Unit"], row["Number"], row["Of what"]) for row in rows.to_dict("records")}


def asked(publication, unit=None):
    return Asked("chief", "pack", unit, publication, ("data_quality",), made_by="A Maker")


def test_outside_the_force_a_finding_of_people_is_told_without_how_many_and_one_of_cases_whole(gather):
    of = gather(access.local_user())
    inside, outside = (found(compose(of, asked(mode))) for mode in (False, True))
    assert {(n, what) for _, n, what in outside} == {("not shown", "–"), ("21", "gone or not in People")}
    assert len(outside) == 3 and len(inside) == 4  # two findings of DA1 read alike
    assert ("Domestic abuse investigation", "7", FOUND[0][3]) in inside
    assert not [word for word in HIDDEN if word in str(compose(of, asked(True)).document)]


def test_a_page_of_a_reader_outside_has_no_number_of_people_either(gather):
    page = gather(access.Reader("B", "commissioner", None, internal=False))
    held = {each.id: (str(each.n), each.detail) for each in page.status.findings}
    assert held["in_post_differs"] == ("not shown", "") and held["etl.unknown_word"] == ("not shown", "")
    assert held["work_held_by_someone_not_carrying"] == ("21", "gone or not in People")


def test_the_sources_are_of_the_units_alone_and_a_file_is_named_inside_the_force_only(gather, place):
    with duckdb.connect(str(place / "published" / "made.duckdb")) as con:
        con.execute("delete from coverage")
        con.execute("delete from load")
        for number, (unit, name) in enumerate((("DA1", "DA sick list.xlsx"), ("CA1", "CA.xlsx"))):
            one = {"load": f"L{number}", "force": FORCE, "unit": unit, "name": name, "day": SEPTEMBER}
            con.execute(
                'insert into load (load_id, "force", dataset, file_name, loaded_at) '
                "values ($load, $force, 'people', $name, $day)",
                {k: v for k, v in one.items() if k != "unit"},
            )
            con.execute(
                'insert into coverage (load_id, "force", dataset, unit, month_end) '
                "values ($load, $force, 'people', $unit, $day)",
                {k: v for k, v in one.items() if k != "name"},
            )
    of = gather(access.local_user())
    inside, outside = (compose(of, asked(mode, "DA1")).document.sources for mode in (False, True))
    assert [each.split(";")[0] for each in inside[:1]] == ["DA sick list.xlsx: People"]
    assert [each.split(";")[0] for each in outside[:1]] == ["People"]
    assert "CA.xlsx" not in str(inside) and "sick list" not in str(outside)
    assert len(footer.sources(FORCE, SEPTEMBER, ["DA1", "CA1"], True)) == 2
    # Hours that are only proposed enter no figure, so their source is none of the document's.
    assert "Workshop of five investigators" in str(inside) and "Two team leaders" not in str(inside)
