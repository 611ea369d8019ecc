"""Invented forces side by side in one store: each whole, each alone, whatever is undone of another."""

import pytest

from etl.loading.decisions import all_accepted
from etl.loading.load import load
from etl.loading.undo import undo
from etl.publishing.publish import settings_of
from etl.publishing.rebuild import rebuild
from etl.samples import settings_for, write
from etl.samples.forces import MOST, folder, force_code
from store import open_store
from store.warehouse import connect

OPEN = {
    "caseload": 'SELECT "force", unit, month_end, work_type, load_id, "open" FROM caseload ORDER BY ALL',
    "figure": 'SELECT * FROM figure ORDER BY ALL',
}  # fmt: skip


def published(store, what, but=None):
    """Rows of the current publication, those of one force left out."""
    reader = connect(store)
    try:
        return [row for row in reader.cursor().execute(OPEN[what]).fetchall() if but not in row]
    finally:
        reader.close()


def fill(store, samples, forces, months):
    """Each force's settings and months, a step for each force; gives the loads of each."""
    for code, files in settings_for(forces).items():
        for name, text in files.items():
            (store.settings / f"{code}-{name}").write_text(text, "utf-8")
    written = write(samples, months=months, forces=forces, end="2026-10")
    loads = {}
    for number in range(forces):
        mine = [path for path in written if folder(number) in path.relative_to(samples).parts]
        sent = [(path.name, path.read_bytes()) for path in mine]
        done = load(
            store, sent, by="the tests", decisions=all_accepted("Invented."), force=force_code(number)
        )
        assert not done.refused
        assert len(done.loads) == len(mine)
        loads[force_code(number)] = done.loads
    return loads


@pytest.mark.deep
@pytest.mark.parametrize(("forces", "months"), [(2, 1), pytest.param(MOST, 3, id="every force")])
def test_every_force_is_whole_and_undoing_a_load_of_one_leaves_the_others(tmp_path, forces, months):
    store = open_store(tmp_path / "a store")
    loads = fill(store, tmp_path / "samples", forces, months)
    assert {force.code for force in settings_of(store).forces} == set(loads)
    rows = published(store, "caseload")
    assert len({row[:4] for row in rows}) == len(rows)
    each = [sorted(row[1:4] for row in rows if row[0] == code) for code in loads]
    assert {len({month for _, month, _ in mine}) for mine in each} == {months}
    assert all(mine == each[0] for mine in each)

    last = force_code(forces - 1)
    before = {what: published(store, what, last) for what in OPEN}
    undo(store, next(row[4] for row in rows if row[0] == last), "the tests")
    assert {what: published(store, what, last) for what in OPEN} == before
    left = {what: published(store, what) for what in OPEN}
    assert len(left["caseload"]) < len(rows)
    rebuild(store, "the tests")
    assert {what: published(store, what) for what in OPEN} == left
