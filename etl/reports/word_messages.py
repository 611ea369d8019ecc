# ruff: noqa: E501 - a sentence stays whole on its line, so that it can be searched for
"""What is said of words and headings that nobody has set: read by a slip, as said now, or as agreed before.

It is part of the one catalogue (messages.py).
"""

SAID: dict[str, str] = {
    "value_close": 'Sheet "{0}", {1}: “{2}” was read as “{3}” ({4}). Say otherwise before loading if it is not.',
    "value_remembered": 'Sheet "{0}": read as agreed before: {1}.',
    "value_stated": 'Sheet "{0}": read as you say: {1}.',
    "value_left_out_stated": 'Sheet "{0}": left out as you say, not one of ours: {1}.',
    "value_left_out": 'Sheet "{0}": left out as agreed, not one of ours: {1}.',
    "heading_remembered": 'Sheet "{0}": headings read as agreed before: {1}.',
    "heading_stated": 'Sheet "{0}": headings read as you say: {1}.',
    "heading_close": 'Sheet "{0}": the heading "{1}" was read as "{2}".',
}
