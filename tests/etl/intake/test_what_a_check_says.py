"""The sentences of a check are the same on the page, the command line and beside a watched file."""

import re

from etl.reports.messages import MESSAGES, SAID


def test_no_sentence_speaks_of_a_file_as_if_it_had_been_picked_on_a_page():
    sentences = [text for each in MESSAGES.values() for text in (each.says, each.how_to_fix)]
    of_a_page = re.compile(r"selected file|\bchoose (it|the file|another)\b|\bclick\b|\bbutton below\b", re.I)
    assert [text for text in (*sentences, *SAID.values()) if of_a_page.search(text)] == []
