"""A store that may be read and not written: pages go on, whoever uploads is told, and nothing is changed."""

import sqlite3
import sys

import pytest

from etl.__main__ import main
from store import place
from store.control import reading
from store.place import open_store
from tests.etl.faults.conftest import cases_in, holds, sheet
from tests.etl.faults.rights import only_to_read
from tests.pages.test_states import text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs rights of files as POSIX has them")

SAYS = "can be read and not written"


def test_figures_are_read_uploads_say_it_and_with_the_right_to_write_they_load(store, page, tmp_path, capsys):
    name, data = sheet(200)
    (tmp_path / name).write_bytes(data)
    before = holds(store)
    with only_to_read(store.path):
        place._opened.clear()  # the dashboard is started on it, and not only there already
        assert cases_in(open_store()) == [100]
        assert main(["history"]) == 0 and "first.csv" in capsys.readouterr().out
        assert main(["load", str(tmp_path / name)]) == 2
        assert main(["undo", "L00001"]) == 2 and main(["rebuild"]) == 2
        assert capsys.readouterr().err.count(SAYS) == 3

        assert "September 2026" in text(page("overview/overview"))
        seen = page("data/upload")
        seen.file_uploader[0].set_value([(name, data, "text/csv")]).run()
        said = text(seen)
        assert "<h1>The store cannot be used</h1>" in said and SAYS in said and "The figures stay" in said
    assert holds(store) == before
    assert main(["load", str(tmp_path / name)]) == 0
    assert cases_in(store) == [200]


def test_changes_that_a_killed_process_left_beside_the_file_are_read_with_it(store):
    """The log of a database that was not closed is part of it."""
    con = sqlite3.connect(store.control)
    con.execute("INSERT INTO fact VALUES ('told', 'yes')")
    con.commit()
    assert store.control.with_name("control.sqlite-wal").stat().st_size
    with only_to_read(store.path):
        place._opened.clear()
        with reading(open_store()) as seen:
            assert seen.execute("SELECT value FROM fact WHERE name = 'told'").fetchone()[0] == "yes"
    con.close()
