"""Old and binary workbooks are refused with how to save them, also with a byte changed: no value is read."""

import os
import random
from pathlib import Path

import pytest

from etl.opening.gate import gate
from etl.reports.messages import MESSAGES
from tests.depth import DEEP

MESSY = Path(os.environ.get("PPU_MESSY_FILES", "messy"))
OLD = sorted([*MESSY.glob("*.xls"), *MESSY.glob("*.xlsb")])
HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FLIPS = 2000 if DEEP else 100
pytestmark = pytest.mark.skipif(
    not OLD, reason="set PPU_MESSY_FILES to the folder of public awkward workbooks"
)


def flipped(data: bytes, seed: int) -> bytes:
    """The file with one bit of one byte turned over."""
    chance = random.Random(seed)
    changed = bytearray(data)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


@pytest.mark.parametrize("path", OLD, ids=lambda p: p.name[:40])
def test_an_old_workbook_is_refused_with_the_way_out(path):
    told = gate(path.read_bytes())
    if path.read_bytes().startswith(HEAD):
        assert told.fault == "file_old_xls"
    else:
        assert told.fault in ("file_xlsb", "file_not_a_workbook")
    assert ".xlsx" in MESSAGES[told.fault].how_to_fix


@pytest.mark.parametrize("path", OLD, ids=lambda p: p.name[:40])
def test_no_changed_byte_makes_an_old_workbook_be_read(path):
    data = path.read_bytes()
    assert [seed for seed in range(FLIPS) if not gate(flipped(data, seed)).fault] == []
