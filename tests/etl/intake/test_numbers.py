"""Numbers as people type them: read, or named; never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import dataset
from etl.values.known_values import KnownValues
from etl.values.read_number import COMMA, HOURS, PERCENT
from etl.values.read_value import read_value
from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, SEPTEMBER, check_sheets, only

KNOWN = KnownValues(None, "NORTHSHIRE", SEPTEMBER)
OPEN = dataset("caseload").column("open")
OLDER = dataset("caseload").column("over_90_days")  # may be left blank
FTE = dataset("people").column("fte")
COUNTS = [
    # what the cell holds   what is read
    (12, 12),
    (12.0, 12),
    (119.99999999999999, 120),
    ("12", 12),
    (" 12 ", 12),
    ("\N{NO-BREAK SPACE}12", 12),
    ("12.0", 12),
    ("1,234", 1234),
    ("1,234,567", 1234567),
    (0, 0),
    ("0", 0),
]
AMOUNTS = [
    # what the cell holds   FTE    how it was written
    (0.8, 0.8, ""),
    ("0.8", 0.8, ""),
    (".8", 0.8, ""),
    ("0.8 FTE", 0.8, ""),
    ("0.8fte", 0.8, ""),
    ("1 WTE", 1, ""),
    ("0,8", 0.8, COMMA),
    ("0,75", 0.75, COMMA),
    ("80%", 0.8, PERCENT),
    ("62.5 %", 0.625, PERCENT),
    ("36/37", 0.972973, HOURS),
    ("18.5 / 37", 0.5, HOURS),
    ("30/40 hrs", 0.75, HOURS),
    ("0/37", 0, HOURS),
]
NOT_A_NUMBER = ["12 cases", "about 12", "12+", ">100", "1.234,5", "1 234", "12,34", "(3)", "1e3", "twelve",
                "none", "nil", "12/10", "£12", "12*", "0x1A", "NaN", "inf"]  # fmt: skip
NOT_FTE = ["37/36", "36/0", "36 hours", "full time", "FT", "80 per cent", "1/2/26", "0.8/1/2"]
SIGNS = [
    # the sign        the kind of missing
    ("<5", "<5"), ("< 5", "<5"), ("fewer than 5", "<5"), ("≤4", "<=4"), ("1-4", "1 to 4"),
    ("1 to 4", "1 to 4"),
    ("*", "*"), ("#", "*"), ("suppressed", "*"), ("[c]", "[c]"), ("c", "[c]"), ("confidential", "[c]"),
    ("z", "n/a"), ("[z]", "n/a"), ("n/a", "n/a"), ("N/A", "n/a"), ("not applicable", "n/a"),
    ("x", ".."), ("[x]", ".."), ("..", ".."), ("...", ".."), (":", ".."), ("not available", ".."),
    ("u", "not known"), ("[u]", "not known"), ("N/K", "not known"), ("tbc", "not known"), ("?", "not known"),
    ("low", "low"), ("[low]", "low"), ("-", "-"), ("–", "-"), ("Refused", "not answered"),
    ("Did not respond", "not answered"), ("Partial", "partial"),
]  # fmt: skip


def read(column, cell):
    return read_value(column, cell, KNOWN)


@pytest.mark.parametrize(("cell", "number"), COUNTS)
def test_each_way_of_writing_a_count(cell, number):
    value = read(OPEN, cell)
    assert (value.fault, value.value) == ("", number)
    assert isinstance(value.value, int)


@pytest.mark.parametrize(("cell", "number", "written"), AMOUNTS)
def test_each_way_of_writing_fte(cell, number, written):
    value = read(FTE, cell)
    assert (value.fault, value.value, value.written) == ("", number, written)


@pytest.mark.parametrize("cell", NOT_A_NUMBER)
def test_what_is_not_clearly_a_number_is_named(cell):
    assert read(OPEN, cell).fault == "cell_not_number"


@pytest.mark.parametrize("cell", ["80%", "36/37", "0,8"])
def test_a_count_of_cases_is_never_a_share(cell):
    assert read(OPEN, cell).fault == "cell_not_number"


@pytest.mark.parametrize("cell", NOT_FTE)
def test_what_is_not_clearly_fte_is_named(cell):
    assert read(FTE, cell).fault == "cell_not_number"


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (4.5, "cell_not_whole"),
        ("-3", "cell_too_small"),
        ("\u22123", "cell_too_small"),
        (True, "cell_true_false"),
    ],
)
def test_a_number_that_cannot_be_a_count_is_named(cell, fault):
    assert read(OPEN, cell).fault == fault


@pytest.mark.parametrize(("sign", "kind"), SIGNS)
def test_each_sign_for_a_number_not_stated_keeps_its_kind(sign, kind):
    value = read(OLDER, sign)
    assert (value.fault, value.value, value.missing) == ("", None, kind)


@pytest.mark.parametrize(("sign", "kind"), SIGNS)
def test_a_sign_where_a_number_is_needed_is_named_and_never_nought(sign, kind):
    value = read(OPEN, sign)
    assert (value.fault, value.value, value.missing, value.shown) == ("cell_missing_kind", None, kind, sign)


@pytest.mark.parametrize("cell", [None, "", "  ", "(blank)", "NULL"])
def test_a_blank_is_a_blank_however_it_is_exported(cell):
    assert (read(OLDER, cell).missing, read(OPEN, cell).fault) == ("blank", "cell_blank")


@pytest.mark.parametrize("word", ["low", "high", "medium"])
def test_low_is_a_kind_of_work_in_a_column_of_words(word):
    assert read(dataset("caseload").column("work_type"), word).value == word


def test_fte_read_from_hours_and_signs_kept_are_told():
    people = ["Person ref", "Unit", "Role", "Worker type", "FTE", "Carries work", "Month end"]
    rows = [[f"44{n}", DOMESTIC[1], "DC", "officer", fte, "full", SEPTEMBER]
            for n, fte in enumerate(["36/37", "18,5", "0,8", "80%", "18.5/37"], 10)]  # fmt: skip
    file = check_sheets(People=[people, *rows])
    said = " ".join(file.report.said)
    assert "such as 36/37 as 0.973: cells so read: 2." in said
    assert "such as 80% as 0.8: cells so read: 1." in said
    assert only(file, "cell_too_large").value == "18,5"
    caseload = check_sheets(Caseload=[[*CASELOAD, "Over 90 days", "Over 180 days"], [*DOMESTIC, "<5", "z"]])
    assert any("“<5” in 1 cell, “z” in 1 cell" in s for s in caseload.report.said)


WHOLE = st.integers(0, 10**9)
STYLES = ("{}", "{:,}", " {} ", "{}.0", "{:,}.00", "\t{}", "{}\N{NO-BREAK SPACE}")


@given(WHOLE, st.sampled_from(STYLES))
def test_a_count_written_in_any_style_is_read_back(number, style):
    assert read(OPEN, style.format(number)).value == number


@given(
    st.integers(0, 150),
    st.sampled_from(("{:.2f}", "{:.2f} FTE", "{:.2f}wte", "{c}", "{p}%", "{p} %", "{h}/37")),
)
def test_fte_written_in_any_style_is_read_back(hundredths, style):
    fte = hundredths / 100
    said = style.format(fte, c=f"{fte:.2f}".replace(".", ","), p=hundredths, h=round(fte * 37, 4))
    value = read(FTE, said)
    if "/" in style and fte > 1:
        assert value.fault == "cell_not_number"
    else:
        assert value.value == pytest.approx(fte, abs=1e-6)


@given(st.text(max_size=12))
def test_whatever_is_read_as_a_count_stands_in_its_digits(text):
    value = read(OPEN, text)
    if value.value is not None:
        digits = "".join(str(int(c)) for c in text if c.isdecimal())
        assert int(digits.rstrip("0") or 0) == int(str(value.value).rstrip("0") or 0)
