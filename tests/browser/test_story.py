"""A month as a data officer lives it: look, narrow by link, send the waiting month, see it, take it back."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.pages import go, settle
from tests.browser.sample_force import waiting

LONG = 60_000
FINDING = re.compile("open .* for each deployable")


@pytest.mark.deep
def test_a_link_narrows_the_overview_and_the_choice_goes_along(sending, window):
    page = go(window(), f"{sending}/")
    whole = _figures(page)
    assert FINDING.search(whole["headline"])
    assert "8 units · month ending 30 September 2026" in whole["under it"]

    go(page, f"{sending}/?month=2026-08&units=RASSO")
    narrow = _figures(page)
    assert narrow["headline"] != whole["headline"]
    assert "1 of 8 units · month ending 31 August 2026" in narrow["under it"]
    assert narrow["cards"][0][1] in narrow["headline"]

    page.locator("header").get_by_text("Units", exact=True).click()
    page.get_by_text("Pressure", exact=True).first.click()
    page.wait_for_url("**/pressure*")
    expect(page.locator(".ppu-sub").first).to_contain_text("1 of 8 units · month ending 31 August 2026")
    assert parse_qs(urlsplit(page.url).query) == {"month": ["2026-08"], "units": ["RASSO"]}


def test_the_waiting_month_is_sent_seen_on_the_overview_and_taken_back(sending, samples, window):
    page = go(window(), f"{sending}/")
    before = _figures(page)
    assert "30 September 2026" in before["under it"]

    _send(page, waiting(samples))
    _headed(page, "8 sheets, October 2026: ready to load")
    expect(page.locator("main")).to_contain_text("Nothing has been saved yet")
    _accept(page)
    said = page.get_by_role("region", name="Headline figures before and after")
    expect(said).to_contain_text("(September 2026)")
    expect(said).to_contain_text("(October 2026)")

    after = _overview(page)
    assert after["headline"] != before["headline"] and after["cards"] != before["cards"]
    assert "30 September 2026" not in after["under it"] and "31 October 2026" in after["under it"]

    _menu(page, "Data", "Upload")
    page.get_by_role("button", name="Undo all 3 loads").click()
    page.get_by_role("button", name="Undo", exact=True).click()
    _headed(page, "Undone")
    assert _overview(page) == before
    assert _figures(go(window(), f"{sending}/")) == before


@pytest.mark.deep
def test_a_load_is_taken_back_from_the_returns_page(sending, samples, window):
    page = go(window(), f"{sending}/")
    before = _figures(page)
    [caseload] = [file for file in waiting(samples) if "caseload" in file.name]
    _send(page, [caseload])
    _accept(page)

    _menu(page, "Data", "Returns")
    loads = page.get_by_role("region", name="Loads, newest first")
    newest = loads.locator("tbody tr").first
    expect(newest).to_contain_text(caseload.name)
    expect(newest).to_contain_text("Current")
    page.get_by_role("button", name="Undo this load").click()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("was undone")).to_be_visible(timeout=LONG)
    expect(newest).to_contain_text("Undone", timeout=LONG)
    assert _figures(go(page, f"{sending}/")) == before


def _figures(page):
    """What the overview says: its headline, the line under it, and each card with its change."""
    cards = page.locator(".ppu-cards > li")
    settle(page)
    expect(cards).not_to_have_count(0)
    parts = (".ppu-k", ".ppu-v", ".ppu-tag")
    return {
        "headline": page.inner_text("h1"),
        "under it": page.locator(".ppu-sub").first.inner_text(),
        "cards": [
            tuple(cards.nth(n).locator(part).inner_text() for part in parts) for n in range(cards.count())
        ],
    }


def _overview(page):
    """To the overview by the link that the result offers."""
    page.get_by_role("link", name=re.compile("Go to the overview")).click()
    _headed(page, FINDING)
    return _figures(page)


def _headed(page, words):
    """Wait for a headline; the one before it may stay on the page for a moment."""
    expect(page.locator("h1").filter(has_text=words)).to_be_visible(timeout=LONG)


def _menu(page, group, title):
    page.locator("header").get_by_text(group, exact=True).click()
    page.locator("a").get_by_text(title, exact=True).click()
    page.wait_for_url(f"**/{title.lower()}*")
    settle(page)


def _send(page, files):
    _menu(page, "Data", "Upload")
    page.locator("input[type=file]").set_input_files([str(file) for file in files])


def _accept(page):
    """Accept, see that it is under way, and wait for its end."""
    page.get_by_role("button", name="Accept and load").click(timeout=LONG)
    _headed(page, "Loading the files")
    expect(page.get_by_role("progressbar")).to_be_visible()
    _headed(page, re.compile("^Loaded: [1-6] of [1-6] headline figures? changed$"))
    settle(page)
