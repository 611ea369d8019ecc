"""In two clicks from a figure to the file, sheet and rows behind it, by mouse and by keyboard."""

import pytest

from tests.browser.pages import go, settle, violations


@pytest.mark.parametrize("width", (1440, pytest.param(390, marks=pytest.mark.deep)))
def test_a_row_of_units_leads_to_the_rows_behind_its_figures(sending, window, width):
    page = go(window("light", width), f"{sending}/")
    link = page.locator("td.from a", has_text="Safeguarding hub").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/trace*")
    settle(page)
    assert "unit=MASH1" in page.url and page.inner_text("h1").startswith("Open work per deployable carrier: ")
    rows = page.get_by_role("region", name="Files, sheets and rows behind the figure").inner_text()
    assert "PPU caseload" in rows and "PPU attrition" in rows and ".xlsx" in rows
    assert violations(page) == []


def test_a_card_leads_to_the_rows_of_its_measure(sending, window):
    page = go(window(), f"{sending}/")
    card = page.locator(".ppu-cards li").nth(1)
    value = card.locator(".ppu-v").inner_text()
    card.locator("a.ppu-from").click()
    page.wait_for_url("**/trace*")
    settle(page)
    assert page.inner_text("h1").endswith(f": {value}")


@pytest.mark.deep
def test_a_cell_of_the_grid_of_returns_opens_its_loads_by_keyboard(sending, window):
    page = go(window(), f"{sending}/returns?return=caseload")
    cell = page.locator("button.open").first
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.body.innerText.includes('The loads behind it')")
    settle(page)
    assert "cell=" in page.url and "speaks for it now" in page.inner_text("body")
    assert violations(page) == []
