"""Where in a file a key stands."""

from settings.lines import line_of

TEXT = """\
force = "A"

[[units]]
code = "ONE"
names = [
    { text = "first" },
    { text = "second" },
]

[[units]] # another
code = "TWO"

[aliases.roles]
"offender manager" = ["OM"]
"""


def test_a_key_of_the_second_entry_is_found_in_the_second_entry() -> None:
    assert line_of(TEXT, ("units", 0, "code")) == 4
    assert line_of(TEXT, ("units", 1, "code")) == 11


def test_a_value_in_a_list_over_several_lines_is_found_on_its_line() -> None:
    assert line_of(TEXT, ("units", 0, "names", 1, "text"), "second") == 7


def test_a_quoted_key_in_a_table_is_found() -> None:
    assert line_of(TEXT, ("aliases", "roles", "offender manager")) == 14


def test_a_missing_key_is_looked_for_at_its_table() -> None:
    assert line_of(TEXT, ("units", 1, "title")) == 10
    assert line_of(TEXT, ("name",)) == 1
