"""A real browser: the system's Chromium, nothing downloaded. Without one these tests skip and say how."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.browser.sample_force import fill
from tests.browser.serving import dashboard
from tests.ui.made_warehouse import Made, publish

CHROMIUM = (
    os.environ.get("PPU_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW = "no Chromium on this machine: `apt-get install chromium`, or set PPU_CHROMIUM to where one is"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    if not Path(CHROMIUM).is_file():
        if os.environ.get("PPU_BROWSER_REQUIRED"):
            pytest.fail(HOW)
        pytest.skip(HOW)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard on 24 made months."""
    folder = tmp_path_factory.mktemp("browser")
    with dashboard(publish(folder / "store", Made())) as at:
        yield at


@pytest.fixture(scope="session")
def samples(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `store`, `keys` and `made`: two months loaded, a third waiting. To be left as it is.

    Made once for all processes of a run, whose own folders lie beside each other.
    """
    folder = tmp_path_factory.getbasetemp().parent / "samples"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.is_dir():
            fill(folder)
    return folder


@pytest.fixture(scope="module")
def sending(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard on a copy of the sample store, to send months to; whoever sends one undoes it."""
    folder = tmp_path_factory.mktemp("sending")
    for part in ("store", "keys"):
        shutil.copytree(samples / part, folder / part)
    with dashboard(folder / "store") as at:
        yield at


@pytest.fixture(scope="session")
def contexts(browser: Any) -> Iterator[Callable[[str, int], Any]]:
    """One context for each theme and width, kept so that scripts are fetched once and not in every test."""
    kept: dict[tuple[str, int], Any] = {}

    def context(theme: str, width: int) -> Any:
        if (theme, width) not in kept:
            size = {"width": width, "height": 1000}
            kept[theme, width] = browser.new_context(viewport=size, color_scheme=theme)
        return kept[theme, width]

    yield context
    for each in kept.values():
        each.close()


@pytest.fixture
def window(contexts: Callable[[str, int], Any]) -> Iterator[Callable[..., Any]]:
    """Open windows: `window("dark", 390)`; each listens to what it asks for, in `page.asked`."""
    pages = []

    def open_one(theme: str = "light", width: int = 1440) -> Any:
        page = contexts(theme, width).new_page()
        pages.append(page)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        return page

    yield open_one
    for page in pages:
        page.close()
