"""Every page as a person meets it: both themes, a desk and a phone, a keyboard, a link, and no network."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.pages import go, settle, violations
from tests.browser.serving import dashboard
from tests.ui.made_warehouse import Made, publish
from ui.page.menu import PAGES

PATHS = ["" if page is PAGES[0] else page.url_path for page in PAGES]
BANNED = ("invalid", "please", "sorry", "forbidden", "oops", "error occurred", "traceback")


# The ordinary run has every page once on a desk, and those most looked at on a phone.
ON_A_PHONE = ("", "one-unit", "upload")
LOOKS = [
    pytest.param(path, theme, width, marks=() if ordinary else pytest.mark.deep)
    for path in PATHS
    for theme, width, ordinary in (
        ("light", 1440, True),
        ("dark", 390, path in ON_A_PHONE),
        ("dark", 1440, False),
        ("light", 390, False),
    )
]


@pytest.mark.parametrize(("path", "theme", "width"), LOOKS)
def test_no_page_has_a_fault_that_axe_finds(address, window, path, theme, width):
    page = go(window(theme, width), f"{address}/{path}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    said = page.inner_text("body").lower()
    assert not [word for word in BANNED if word in said]
    assert not [
        url for url in page.asked if not url.startswith((address, "ws://127.0.0.1", "data:", "blob:"))
    ]


# Set before the page's own scripts: notes every notice that appears, however short it stays.
WATCH = """new MutationObserver(() => {
    for (const each of document.querySelectorAll('[role=dialog], [data-testid=stDialog]'))
        (window.notices = window.notices || []).push(each.innerText);
}).observe(document, {childList: true, subtree: true})"""


def test_a_deep_link_on_a_cold_server_opens_that_page_inside_its_frame(browser, window, tmp_path):
    with dashboard(publish(tmp_path / "store", Made(months=3))) as at:
        opened = window()
        opened.add_init_script(WATCH)
        page = go(opened, f"{at}/one-unit?unit=MASH1&month=2026-08")
        assert page.evaluate("window.notices || []") == []
        assert "page not found" not in page.inner_text("body").lower()
        assert page.inner_text("h1").startswith("Safeguarding hub: ")
        assert "month ending 31 August 2026" in page.inner_text("body")
        assert page.get_by_text("Overview").count() > 0


@pytest.mark.deep
def test_the_overview_is_found_under_its_own_name_too(address, window):
    opened = window()
    opened.add_init_script(WATCH)
    page = go(opened, f"{address}/overview?month=2026-08")
    assert page.evaluate("window.notices || []") == []
    assert "month ending 31 August 2026" in page.inner_text("body")


def test_a_link_is_a_view_and_a_reload_keeps_it(address, window):
    page = go(window(), f"{address}/pressure?month=2026-03&family=referrals")
    before = page.inner_text("h1")
    assert "open referrals" in before
    page.reload()
    settle(page)
    assert page.inner_text("h1") == before
    assert _address(page) == {"month": ["2026-03"], "family": ["referrals"]}


@pytest.mark.deep
def test_the_link_of_the_foot_opens_the_same_view_and_names_the_month(address, window):
    page = go(window(), f"{address}/pressure?family=referrals")
    before = page.inner_text("h1")
    page.get_by_role("button", name="Copy link to this view").click()
    link = page.locator("[data-testid=stPopoverBody] code").inner_text()
    assert parse_qs(urlsplit(link).query) == {"month": ["2026-09"], "family": ["referrals"]}
    assert violations(page) == []
    assert go(page, link).inner_text("h1") == before


def test_a_choice_is_written_to_the_address_and_survives_moving_on(address, window):
    page = go(window(), f"{address}/")
    page.get_by_label("Month").first.click()
    page.get_by_role("option", name="June 2026").click()
    page.wait_for_function("document.body.innerText.includes('month ending 30 June 2026')")
    assert _address(page)["month"] == ["2026-06"]
    page.locator("header").get_by_text("Units", exact=True).click()
    page.get_by_text("Pressure", exact=True).first.click()
    page.wait_for_url("**/pressure*")
    settle(page)
    assert "month ending 30 June 2026" in page.inner_text("body")
    assert _address(page)["month"] == ["2026-06"]


def test_an_address_with_rubbish_gives_the_defaults_and_no_complaint(address, window):
    page = go(window(), f"{address}/?month=1999-99&units=%3Cscript%3E&force=x")
    assert "month ending 30 September 2026" in page.inner_text("body")


def test_a_row_opens_its_unit_by_keyboard_with_the_month_kept(address, window):
    page = go(window(), f"{address}/?month=2026-06")
    button = page.get_by_role("button", name="Safeguarding hub")
    button.focus()
    outline = button.evaluate("e => getComputedStyle(e).outlineStyle")
    page.keyboard.press("Enter")
    page.wait_for_url("**/one-unit*")
    settle(page)
    assert page.inner_text("h1").startswith("Safeguarding hub: ")
    assert _address(page)["month"] == ["2026-06"]
    assert outline == "solid"


def test_every_chart_has_a_text_and_its_numbers_beside_it(address, window):
    page = go(window(), f"{address}/pressure")
    charts = page.locator(".stPlotlyChart")
    texts = [
        charts.nth(n).evaluate(
            "e => (e.closest('[aria-label]') || e.querySelector('[aria-label]') "
            "|| {getAttribute: () => ''}).getAttribute('aria-label')"
        )
        for n in range(charts.count())
    ]
    assert texts and all(texts)
    assert page.get_by_text("Show the numbers").count() == charts.count()


def _address(page):
    return parse_qs(urlsplit(page.url).query)
