"""Writers that wait before anybody asks for a file."""

import time

from exports.produce import Writers
from exports.waiting import Waiting
from tests.exports.made_document import made


def test_a_set_that_waits_is_handed_out_once_and_writes():
    waiting = Waiting()
    waiting.begin()
    waiting.begin()  # the same goes on
    with waiting.take() as first, waiting.take() as second:
        assert first is not second
        first.hand_over(made("brief"))
        files = first.files(lambda said: None, lambda: False)
        assert set(files) == {"pdf", "pptx", "docx", "xlsx"}
        assert second.are_alive


def test_one_that_nobody_asks_for_is_ended():
    waiting = Waiting(seconds=0.1)
    waiting.begin()
    held = waiting._writers
    assert held is not None
    until = time.monotonic() + 20
    while held.are_alive and time.monotonic() < until:
        time.sleep(0.05)
    assert not held.are_alive
    with waiting.take() as new:
        assert new is not held


def test_one_that_ended_by_itself_is_not_handed_out():
    waiting = Waiting()
    waiting.begin()
    held = waiting._writers
    assert isinstance(held, Writers)
    held._writers[0]._process.kill()
    held._writers[0]._process.wait()
    with waiting.take() as new:
        assert new is not held
        assert new.are_alive
