"""A plain table: what stands to the right, and what it says of itself where it scrolls or stacks."""

import pandas as pd
import pytest

from ui.parts.plain_table import table_html

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("values", "right"),
    [
        (["+3", f"{MINUS}12", "0"], True),
        (["71%", "no return"], True),
        (["3 of 12", "4.7% to 44.8%"], True),
        (["1,209", "fewer than 5"], True),
        (["2026-10.xlsx", "2026-11.xlsx"], False),
        (["6 Oct 2026", "7 Oct 2026"], False),
        (["no return", "not given"], False),
        ([1.5, None], True),
    ],
)
def test_columns_of_numbers_stand_to_the_right_also_where_words_stand_among_them(values, right):
    html = table_html(pd.DataFrame({"Unit": ["A"] * len(values), "Change": values}), "Changes")
    assert ('<th scope="col" class="n">Change</th>' in html) is right


def test_a_number_below_zero_has_a_minus_sign_that_reads_aloud():
    html = table_html(pd.DataFrame({"Unit": ["A", "B"], "Net": [-3.25, -0.04]}), "Net")
    assert f'<td class="n">{MINUS}3.2</td>' in html and '<td class="n">0.0</td>' in html


def test_words_in_a_column_of_numbers_may_run_over_several_lines():
    html = table_html(pd.DataFrame({"Unit": ["A", "B"], "Ratio": ["0.95", "not twelve months"]}), "Ratios")
    assert '<td class="n">0.95</td>' in html and '<td class="n w">not twelve months</td>' in html


def test_a_table_that_scrolls_can_be_reached_by_keyboard_and_has_a_name():
    html = table_html(pd.DataFrame({"Unit": ["A"]}), "Units & more")
    assert 'class="ppu-wrap" tabindex="0" role="region" aria-label="Units &amp; more"' in html


def test_rows_that_become_cards_carry_their_headings():
    html = table_html(
        pd.DataFrame({"Sheet": ["People"], "What is wrong": ["Not a number"]}), "Faults", cards=True
    )
    assert 'class="ppu-wrap ppu-cards-narrow"' in html
    assert '<td data-label="What is wrong">Not a number</td>' in html
    assert "data-label" not in table_html(pd.DataFrame({"Sheet": ["People"]}), "Faults")
