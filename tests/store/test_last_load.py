"""The last load is the last one, whoever made it: a page, the command line or the watch of a folder."""

import pytest

from store import jobs, last_load
from store.jobs import JobStatus
from tests.etl.load.conftest import Loads, loads  # noqa: F401
from ui.findings.loads import files_said


def case(unit: str, cases: int) -> dict:
    return {"unit": unit, "open": cases, "unallocated": 0}


def page_ended(store, made=(), state=jobs.DONE) -> None:
    """A page sent a file, and its worker said what came of it."""
    job = jobs.new_job(store)
    last_load.remember(store, job, ("of a page.xlsx",), "R Khan", (("Open work", "August 2026", "12"),))
    jobs.write(store, JobStatus(job, state, "done", 1.0, said=("Said by the worker.",), loads=tuple(made)))


def test_a_load_that_no_page_began_is_told_from_the_history(loads: Loads) -> None:  # noqa: F811
    assert last_load.last(loads.store) is None
    load_id = loads.load(caseload=[case("DA1", 100), case("CA1", 50)])
    sent, status = last_load.last(loads.store)
    assert (sent.names, sent.by, sent.job, sent.before) == (("by hand.xlsx",), "me", "", ())
    assert (status.state, status.loads) == (jobs.DONE, (load_id,))
    assert status.said == (f"by hand.xlsx: 2 records (load {load_id}).",)


def test_what_the_page_sent_is_told_as_its_worker_said_it_until_something_else_is_loaded(
    loads: Loads,  # noqa: F811
) -> None:
    first = loads.load(caseload=[case("DA1", 100)])
    page_ended(loads.store, [first])
    assert last_load.last(loads.store)[1].said == ("Said by the worker.",)
    second = loads.load(caseload=[case("CA1", 50)])
    sent, status = last_load.last(loads.store)
    assert sent.names == ("by hand.xlsx",) and status.loads == (second,)


@pytest.mark.parametrize("state", [jobs.REFUSED, jobs.RUNNING])
def test_what_the_page_sent_last_is_told_also_where_it_was_refused_or_has_not_ended(
    loads: Loads,  # noqa: F811
    state: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loads.load(caseload=[case("DA1", 100)])
    page_ended(loads.store, state=state)
    monkeypatch.setattr(jobs, "is_wanted", lambda store, job: True)
    assert last_load.last(loads.store)[0].names == ("of a page.xlsx",)


def test_of_many_files_the_first_are_named_and_the_others_counted() -> None:
    assert files_said(["a.xlsx", "b.xlsx"]) == "a.xlsx and b.xlsx"
    assert files_said([f"{n}.xlsx" for n in range(72)]) == "0.xlsx, 1.xlsx, 2.xlsx and 69 more"
