"""Words and headings that nobody has set: a slip is read and told, what is unsure is asked."""

from dataclasses import replace

import pytest

import contracts
import settings
from etl.checking.check_file import checked
from etl.loading.decisions import NotADecision
from etl.words.agreed import settings_with, typed
from settings.model import Alias
from settings.remembered import LEFT_OUT
from tests.etl.intake.test_people_and_posts import KHAN, PEOPLE
from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, SEPTEMBER, TODAY, check_sheets, codes, workbook

SAMPLE = settings.sample()
FORCE = SAMPLE.forces[0]


def row(unit="Domestic abuse investigation", work="rape"):
    return [SEPTEMBER, unit, work, 12, 1, 4, 3]


def asked(file):
    return {word.text: word for word in file.report.asked}


def again(answers, held=SAMPLE, **sheets):
    """The file checked once more, with answers."""
    words = typed(answers, held, None)
    files = [("return.xlsx", workbook(**sheets))]
    return checked(settings_with(held, None, words), files, today=TODAY, words=words)[0]


def test_a_slip_of_the_hand_is_read_and_told_and_can_still_be_said_otherwise():
    file = check_sheets(Caseload=[CASELOAD, row("Child abuse investgation", "child abuze")])
    assert file.report.ok and not file.report.asked
    assert [(w.text, w.how, w.code, w.rows) for w in file.report.words] == [
        ("Child abuse investgation", "close", "CA1", 1),
        ("child abuze", "close", "child abuse", 1),
    ]
    assert any("“Child abuse investgation” was read as" in s and "(1 row)" in s for s in file.report.said)
    other = again(
        ["units:Child abuse investgation=DA1"], Caseload=[CASELOAD, row("Child abuse investgation")]
    )
    assert other.sheets[0].units_named == {"DA1"}


def test_a_word_that_is_not_known_is_asked_with_the_nearest_and_all_there_are():
    file = check_sheets(
        Caseload=[CASELOAD, row("Child abuse inquiry"), row("Child abuse inquiry", "domestic abuse")]
    )
    assert codes(file) == ["cell_unknown"]
    (word,) = file.report.asked
    assert (word.list_name, word.column, word.how, word.nearest, word.rows) == (
        "units",
        "Unit",
        "none",
        "CA1",
        2,
    )
    assert {code for code, _ in word.choices} == {u.code for u in FORCE.units if u.holds_on(SEPTEMBER)}
    assert word.may_leave_out and word.sheets == ("Caseload",)


def test_a_spelling_as_near_to_two_is_asked_and_neither_is_proposed():
    unit = next(u for u in FORCE.units if u.code == "CA1")
    two = tuple(
        replace(unit, code=f"H{n}", title=f"Harbour team one{s}", names=()) for n, s in enumerate(("", "s"))
    )
    held = replace(SAMPLE, forces=(replace(FORCE, units=(*FORCE.units, *two)),))
    file = again([], held, Caseload=[CASELOAD, row("Harbour teem one")])
    (word,) = file.report.asked
    assert (word.how, word.nearest) == ("tied", "") and not file.report.ok


def test_an_answer_is_read_and_told_and_the_rows_keep_their_own_words():
    file = again(["units:team falcon=Child abuse investigation"], Caseload=[CASELOAD, row("Team  Falcon")])
    assert file.report.ok and file.sheets[0].units_named == {"CA1"}
    assert file.sheets[0].records()[0]["unit"] == "Team Falcon"
    assert any("read as you say: “Team Falcon” as" in s for s in file.report.said)


def test_rows_of_what_is_not_ours_are_left_out_counted_and_listed():
    rows = [CASELOAD, DOMESTIC, row("Response A"), row("Response A", "child abuse")]
    file = again(["units:Response A=leave out"], Caseload=rows)
    (sheet,) = file.report.sheets
    assert (sheet.rows_read, sheet.rows_loaded, sheet.rows_ignored) == (3, 1, 2)
    assert [number for number, _ in sheet.ignored] == [3, 4]
    assert "“Response A” is not one of ours" in sheet.ignored[0][1]
    assert any("left out as you say" in s and "“Response A” (2 rows)" in s for s in file.report.said)


def test_what_was_agreed_earlier_is_told_as_such_and_not_as_said_now():
    words = typed(["units:Team Falcon=CA1", "units:Response A=leave out"], SAMPLE, None)
    held = settings_with(SAMPLE, None, words)
    said = again([], held, Caseload=[CASELOAD, row("Team Falcon"), row("Response A")]).report.said
    assert any("read as agreed before: “Team Falcon”" in s for s in said)
    assert any("left out as agreed, not one of ours: “Response A”" in s for s in said)
    assert not any("as you say" in s for s in said)


@pytest.mark.parametrize("text", ["Other jobs", "Another thing", "Brother", "Mother and baby"])
def test_what_holds_all_the_rest_is_never_proposed_and_may_be_chosen(text):
    file = check_sheets(Caseload=[CASELOAD, row(work=text)])
    (word,) = file.report.asked
    assert word.nearest == "" and ("other", "other") in word.choices
    assert not any("Did you mean" in b.says and "“other”" in b.says for b in file.report.breaches)
    assert again([f"work_types:{text}=other"], Caseload=[CASELOAD, row(work=text)]).report.ok


def test_rows_are_left_out_for_units_and_courses_alone():
    lawful = {
        (dataset.name, column.name)
        for dataset in contracts.DATASETS.values()
        for column in dataset.columns
        if column.may_be_others
    }
    assert {column for _, column in lawful} == {"unit", "course"}
    with pytest.raises(NotADecision, match="every one counts"):
        typed(["roles:Cleaner=leave out"], SAMPLE, None)


def test_a_unit_left_out_of_one_sheet_is_still_asked_about_where_every_row_counts():
    held = settings_with(SAMPLE, None, [Alias(list_name="units", code=LEFT_OUT, text="Response A")])
    moves = [["Date", "Person ref", "Event", "From unit", "To unit", "Move reason"],
             [SEPTEMBER, "1234", "move", "Child abuse investigation", "Response A", "posted"]]  # fmt: skip
    file = again([], held, Movements=moves)
    (word,) = file.report.asked
    assert word.text == "Response A" and not word.may_leave_out and not file.report.ok


LOCAL = ["Month end", "Unit", "Work type", "Jobs running", "Unallocated", "New", "Finnished", "Notes"]


def test_headings_that_may_be_the_missing_ones_are_asked_and_an_answer_is_read():
    file = check_sheets(Caseload=[LOCAL, [*DOMESTIC, "x"]])
    held = asked(file)
    assert set(held) == {"Jobs running", "Finnished", "Notes"}
    assert held["Finnished"].nearest == "closed" and not held["Jobs running"].nearest
    assert ("open", "Open") in held["Jobs running"].choices
    answers = ["column:caseload:Jobs running=open", "column:caseload:finnished=Closed"]
    file = again(answers, Caseload=[LOCAL, [*DOMESTIC, "x"]])
    assert file.report.ok, file.report.breaches
    assert [r["open"] for r in file.sheets[0].records()] == [DOMESTIC[3]]
    assert any("headings read as you say" in s and "“Jobs running” as Open" in s for s in file.report.said)


def test_a_heading_that_is_not_needed_is_not_asked_about_again():
    headings = [*CASELOAD, "Open casses"]
    assert not check_sheets(Caseload=[headings, [*DOMESTIC, 9]]).report.asked  # Open is there already
    headings = [*CASELOAD, "Court case list"]
    file = check_sheets(Caseload=[headings, [*DOMESTIC, 9]])
    (word,) = file.report.asked
    assert file.report.ok and word.may_leave_out
    file = again([f"column:caseload:{word.text}=leave out"], Caseload=[headings, [*DOMESTIC, 9]])
    assert file.report.ok and not file.report.asked
    assert word.text in file.report.sheets[0].unmatched


def test_a_heading_with_a_slip_is_read_and_told_and_can_be_said_otherwise():
    headings = [*CASELOAD[:4], "Unalocated", *CASELOAD[5:]]
    file = check_sheets(Caseload=[headings, DOMESTIC])
    assert file.report.ok and any("“Unalocated”" in s or '"Unalocated"' in s for s in file.report.said)
    assert [(w.text, w.how, w.code, w.asks) for w in file.report.words] == [
        ("Unalocated", "close", "unallocated", False)
    ]
    other = again(["column:caseload:Unalocated=leave out"], Caseload=[headings, DOMESTIC])
    assert "column_missing" in codes(other)


@pytest.mark.parametrize("text", ["DC Smith", "Jones 4417", "A/DS Jane Smith", "n.p@force.uk", "NP/014/26"])
def test_what_may_be_a_person_or_a_case_is_not_asked_about(text):
    file = check_sheets(Caseload=[CASELOAD, row(text)])
    assert codes(file) == ["cell_unknown"] and not file.report.words


def test_a_reason_of_health_beside_a_person_is_not_asked_about():
    khan = [*KHAN[:-1], "off sick since May"]
    file = check_sheets(People=[PEOPLE, khan])
    assert "cell_person_health" in codes(file) and not file.report.asked


def test_courses_as_headings_are_asked_and_left_out_like_other_values():
    rows = [["As at 30/09/2026"], [], ["Person ref", "Unit", "DA Matters", "ABE", "Forklift licence"],
            ["4417", "Domestic abuse investigation", SEPTEMBER, None, SEPTEMBER],
            ["4418", "Domestic abuse investigation", None, SEPTEMBER, None]]  # fmt: skip
    file = check_sheets(Training=rows)
    (word,) = file.report.asked
    assert (word.list_name, word.text, word.may_leave_out) == ("courses", "Forklift licence", True)
    file = again(["courses:Forklift licence=leave out"], Training=rows)
    assert file.report.ok, file.report.breaches
    assert {r["course"] for r in file.sheets[0].records()} == {"DA Matters", "ABE"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Team Falcon=CA1", "is not a match"),
        ("unit:Team Falcon=CA1", "There is no list unit"),
        ("units:Team Falcon=XX9", "units has no XX9"),
        ("column:caseload:Jobs=opened", "column:caseload has no opened"),
    ],
)
def test_a_match_that_cannot_be_read_says_what_to_type(text, says):
    with pytest.raises(NotADecision, match=says):
        typed([text], SAMPLE, None)
