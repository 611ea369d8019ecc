"""A disk that fills up in the middle of a purge: it is said by the catalogue, and nothing was deleted."""

import sys

import pytest

from etl.retention.purge import purge
from store import publications
from store.place import StoreProblem
from store.troubles import says
from tests.etl.faults.rights import Disk
from tests.etl.retention.conftest import GONE, TODAY, Kept

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")


@pytest.mark.parametrize("at", ["deleting", pytest.param("building", marks=pytest.mark.deep)])
def test_a_full_disk_is_said_in_the_sentence_of_the_catalogue_and_nothing_goes(kept: Kept, at: str) -> None:
    before, held = publications.current(kept.store), kept.holding(GONE)
    disk = Disk()
    try:
        with pytest.raises(StoreProblem) as told:
            purge(kept.store, "S Patel", TODAY, lambda step, *_: disk.fill() if step == at else None)
    finally:
        disk.empty()
    assert str(told.value) == says("disk_full")
    assert publications.current(kept.store) == before and kept.holding(GONE) == held
    assert not list(kept.store.accepted.glob(".*.tmp"))
    if at == "building":  # with room it succeeds; once is enough, in the long run
        assert purge(kept.store, "S Patel", TODAY).publication_id and kept.holding(GONE) == []
