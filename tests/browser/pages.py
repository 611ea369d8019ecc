"""Opening a page and waiting until it has drawn all it will."""

from pathlib import Path
from typing import Any

import axe_playwright_python

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STILL = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const charts = [...document.querySelectorAll('.stPlotlyChart')];
    return app && app.dataset.testScriptState === 'notRunning' && document.querySelector('h1')
        && charts.every((chart) => chart.querySelector('.main-svg'));
}"""


def go(page: Any, url: str) -> Any:
    """Open an address and wait for its head, its charts and the end of the run."""
    page.goto(url)
    settle(page)
    return page


def settle(page: Any) -> None:
    """Wait until the run has ended and every chart is drawn."""
    page.locator("h1:visible").first.wait_for(timeout=60_000)
    page.wait_for_function(STILL, timeout=60_000)
    page.wait_for_timeout(400)


# What Streamlit itself brings and we cannot put right: its phone drawer and its upload field.
ALLOWED = {"list": "stSidebarNav", "listitem": "st-emotion", "presentation-role-conflict": ""}


def violations(page: Any) -> list[tuple[str, str]]:
    """What axe finds on the page beyond what is allowed, as (rule, element)."""
    on_a_phone = page.viewport_size["width"] < 800
    return [
        (rule, element)
        for rule, element in _found(page)
        if rule not in ALLOWED
        or ALLOWED[rule] not in element
        or (rule in ("list", "listitem") and not on_a_phone)
    ]


def _found(page: Any) -> list[tuple[str, str]]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(f"axe.run(document, {{runOnly: {{type: 'tag', values: {TAGS!r}}}}})")
    return [(found["id"], node["html"][:200]) for found in result["violations"] for node in found["nodes"]]
