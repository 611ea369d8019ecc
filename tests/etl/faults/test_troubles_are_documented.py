"""The page that tells what to do holds exactly what the catalogue says, sentence by sentence."""

import re
from pathlib import Path
from string import Formatter

from store.troubles import TROUBLES

PAGE = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "when-something-goes-wrong.md"
SHOWN = {
    "free": "40", "needed": "52", "store": "DIR", "why": "reason", "file": "FILE", "files": "FILE, FILE",
    "way_out": "`python -m etl undo LOAD`, then send their files again",
}  # fmt: skip


def one_line(text):
    return " ".join(text.split())


def sections():
    """Each part of the page under its code, without line breaks."""
    found = re.split(r"^### `(\w+)`$", PAGE.read_text("utf-8"), flags=re.M)[1:]
    return {
        code: one_line(said.split("\n## ")[0]) for code, said in zip(found[::2], found[1::2], strict=True)
    }


def test_every_trouble_has_its_part_with_what_is_said_what_happened_and_what_to_do():
    wanted = {
        code: f"> {each.says.format(**SHOWN)} *What happened.* {each.happened} *What to do.* {each.to_do}"
        for code, each in TROUBLES.items()
    }
    assert sections() == wanted


def test_every_detail_of_a_sentence_has_something_to_show():
    named = {name for each in TROUBLES.values() for _, name, _, _ in Formatter().parse(each.says) if name}
    assert named == set(SHOWN)
