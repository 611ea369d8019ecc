"""Good files of each kind with bytes changed, cut out or cut off: the caller always gets an answer."""

import gzip
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.layout.grid import Workbook
from etl.opening.gate import gate
from etl.opening.read import Unread, read
from etl.reports.messages import MESSAGES
from tests.hostile import open_documents
from tests.hostile.making import good, packed, parts, table
from tests.hostile.open_documents import content
from tests.hostile.texts import BOTH

WHOLE = {
    "xlsx": good(),
    "xlsx by hand, not packed": packed(parts(table()), 0),
    "ods": open_documents.packed(content(open_documents.table())),
    "csv": BOTH.encode(),
    "csv in wide letters": BOTH.encode("utf-16"),
    "csv.gz": gzip.compress(BOTH.encode(), mtime=0),
}
OF_EACH_KIND = 400


def harmed(data: bytes, chance: random.Random) -> bytes:
    """The data with a few bytes changed, a piece taken out or doubled, or the end cut off."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    start = chance.randrange(len(made))
    end = min(len(made), start + chance.randrange(1, 200))
    deed = chance.randrange(5)
    if deed == 0:
        del made[start:]
    elif deed == 1:
        del made[start:end]
    elif deed == 2:
        made[start:start] = made[start:end]
    return bytes(made)


def answer(data: bytes) -> Workbook | Unread:
    """As etl/check_file opens a file."""
    gated = gate(data)
    return Unread(gated.fault) if gated.fault else read(gated.kind, data)


def is_an_answer(given_back: Workbook | Unread) -> bool:
    """A workbook, or why not by a code of the catalogue."""
    return isinstance(given_back, Workbook) or given_back.fault in MESSAGES


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_file_of_each_kind_is_read(kind):
    assert isinstance(answer(WHOLE[kind]), Workbook)


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 2**32))
def test_a_harmed_file_is_read_or_refused_by_name(kind, seed):
    assert is_an_answer(answer(harmed(WHOLE[kind], random.Random(seed))))


@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 2**32))
def test_the_gate_answers_whatever_it_is_given(kind, seed):
    gated = gate(harmed(WHOLE[kind], random.Random(seed)))
    assert gated.kind in ("xlsx", "ods", "csv", "csv.gz") or gated.fault in MESSAGES


@given(st.binary(max_size=2_000))
def test_the_gate_answers_to_any_bytes(data):
    gated = gate(data)
    assert gated.kind in ("xlsx", "ods", "csv", "csv.gz") or gated.fault in MESSAGES


@pytest.mark.deep
@pytest.mark.parametrize("kind", WHOLE)
def test_hundreds_of_harmed_files_of_each_kind_are_read_or_refused_by_name(kind):
    chance = random.Random(kind)
    for number in range(OF_EACH_KIND):
        data = harmed(WHOLE[kind], chance)
        assert is_an_answer(answer(data)), (kind, number)


@pytest.mark.deep
@pytest.mark.parametrize("kind", [kind for kind in WHOLE if kind != "ods" and "csv" not in kind])
def test_hundreds_of_workbooks_harmed_inside_their_parts_are_read_or_refused_by_name(kind):
    """Harm before packing: the sums are right, so that the gate lets it through and the reader meets it."""
    chance = random.Random(kind)
    for number in range(OF_EACH_KIND):
        made = parts(table())
        name = chance.choice(sorted(made))
        made[name] = harmed(made[name], chance)
        assert is_an_answer(answer(packed(made))), (name, number)
