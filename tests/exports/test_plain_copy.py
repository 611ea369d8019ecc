"""The plain copy says no more than the page: its numbers have the decimals that a page prints."""

import csv
import io
import zipfile
from dataclasses import replace

import pandas as pd

from analysis.disclosure import hide_small
from exports.document import Section, Table
from exports.plain_copy import plain_copy
from tests.exports.made_document import made


def test_a_number_of_a_table_stands_as_a_page_prints_it_and_what_is_hidden_in_words():
    held = [17.981308411214954, 2.9999, 12.0, None, hide_small(3.7193)]
    frame = pd.DataFrame({"Unit": list("ABCDE"), "In post": pd.Series(held, dtype=object)})
    section = Section("people", "People", (Table("In post", frame),))
    document = replace(made(), sections=(section,), live=())
    packed = zipfile.ZipFile(io.BytesIO(plain_copy(document, {})))
    text = packed.read("tables/01-in-post.csv").decode("utf-8-sig")
    assert [row[1] for row in csv.reader(io.StringIO(text))] == [
        "In post", "18", "3", "12", "no return", "fewer than 5",
    ]  # fmt: skip
    assert "3.719" not in text and "17.98" not in text
