"""A workbook with faults: every one said at once, each with its place and its way out, and nothing loaded."""

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.pages import go, settle
from tests.browser.sample_force import waiting

LONG = 60_000
FOCUSED = """() => {
    let here = document.activeElement;
    while (here && here.shadowRoot && here.shadowRoot.activeElement) here = here.shadowRoot.activeElement;
    return [here.getAttribute('role'), here.innerText];
}"""
FAULTS = {
    "G6": ("Finalised (Closed)", "-3", "must be 0 or more.", "Correct the number."),
    "B7": ("Team (Unit)", "Night desk", "has a value that is not known.", "add the local name"),
    "I10": ("Over 90 days", "40", "more cases over 90 days than open cases", "Check both numbers"),
    "row 8 and row 9": (
        "–",
        "–",
        "unit and work type is in the sheet more than once",
        "Keep one row for each",
    ),
}


@pytest.fixture(scope="module")
def spoiled(samples, tmp_path_factory):
    """The waiting month's caseload with a count below zero, a unit nobody knows, a row sent twice, and a part
    larger than its whole. The headings are the unit's own: Finalised is Closed, Live cases is Open."""
    [caseload] = [file for file in waiting(samples) if "caseload" in file.name]
    book = openpyxl.load_workbook(caseload)
    sheet = book["Caseload"]
    at = {cell.value: cell.column_letter for cell in sheet[5]}
    sheet[f"{at['Finalised']}6"] = -3
    sheet[f"{at['Team']}7"] = "Night desk"
    for heading in ("Team", "Type of work"):
        sheet[f"{at[heading]}9"] = sheet[f"{at[heading]}8"].value
    sheet[f"{at['Live cases']}10"] = 39
    sheet[f"{at['Over 90 days']}10"] = 40
    path = tmp_path_factory.mktemp("spoiled") / "spoiled.xlsx"
    book.save(path)
    return path


@pytest.fixture
def upload(sending, window):
    """The upload page at a width."""
    return lambda width=1440: go(window("light", width), f"{sending}/upload")


def test_every_fault_is_named_with_its_cell_and_its_way_out(upload, spoiled):
    page = _sent(upload(), spoiled)
    expect(page).to_have_title("Error: Upload · PPU workforce")
    assert page.inner_text("h1").endswith(f"October 2026: {len(FAULTS)} things to put right")
    rows = page.get_by_role("region", name="Rows to put right, spoiled.xlsx").locator("tbody tr")
    expect(rows).to_have_count(len(FAULTS))
    said = {cells[1]: cells for cells in (rows.nth(n).locator("th, td").all_inner_texts() for n in range(4))}
    assert said.keys() == FAULTS.keys()
    for place, (column, value, wrong, fix) in FAULTS.items():
        sheet, _, in_column, found, says, way_out, code = said[place]
        assert (sheet, in_column, found) == ("Caseload", column, value)
        assert wrong in says and fix in way_out and " " not in code


def test_the_summary_takes_the_focus_and_each_line_leads_to_its_fault(upload, spoiled):
    page = _sent(upload(), spoiled)
    role, text = page.evaluate(FOCUSED)
    assert role == "alert" and text.startswith("There is a problem")
    lines = page.get_by_role("alert").get_by_role("button")
    expect(lines).to_have_count(len(FAULTS))
    lines.filter(has_text="B7").press("Enter")
    told = page.locator(".ppu-note", has_text="B7")
    expect(told).to_be_visible(timeout=LONG)
    expect(told).to_contain_text("correct the spelling, or add the local name to the force's settings.")


@pytest.mark.parametrize("width", (1440, pytest.param(390, marks=pytest.mark.deep)))
def test_nothing_is_loaded_and_nothing_can_be_accepted(sending, upload, spoiled, width):
    page = upload(width)
    before = _loads(page, sending)
    _sent(go(page, f"{sending}/upload"), spoiled)
    assert page.get_by_role("button", name="Accept").count() == 0
    assert page.get_by_text("If you accept").count() == 0
    expect(page.locator("main")).to_contain_text(
        "Put the rest right in the workbook, save it, and choose it again."
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert _loads(page, sending) == before


def _sent(page, file):
    page.locator("input[type=file]").set_input_files(str(file))
    page.get_by_role("alert").wait_for(timeout=LONG)
    settle(page)
    return page


def _loads(page, sending):
    """What the returns page lists as loaded, by whom and when."""
    go(page, f"{sending}/returns")
    rows = page.get_by_role("region", name="Loads, newest first").locator("tbody tr")
    expect(rows).not_to_have_count(0)
    return rows.all_inner_texts()
