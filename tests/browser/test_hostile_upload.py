"""Hostile files given to the running dashboard: it says what is wrong, lives on, and holds no more memory."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from etl.reports.messages import MESSAGES
from tests.browser.pages import go, settle
from tests.browser.serving import dashboard
from tests.hostile import archives, grids, texts
from tests.ui.made_warehouse import Made, publish

LONG = 180_000
MOST_GROWN = 100 * 1024
pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by /proc")
FILES = {
    "far corner.xlsx": (grids.a_stray_cell_in_the_far_corner, "sheet_too_wide"),
    "bomb.xlsx": (archives.a_part_that_swells_a_thousand_times, "file_unsafe"),
}
LARGE = {"unlike rows.csv": (texts.fifty_thousand_rows_each_with_another_unit, "cell_unknown")}


@pytest.fixture(scope="module")
def running(browser, tmp_path_factory):
    """A dashboard, and the process that shows its pages."""
    store = publish(tmp_path_factory.mktemp("hostile") / "store", Made(months=3))
    with dashboard(store) as at:
        yield at, _listens_on(int(at.rpartition(":")[2]))


def test_hostile_files_are_answered_and_the_pages_go_on(running, window, tmp_path):
    _all_answered(running, window, tmp_path, FILES)


@pytest.mark.deep
def test_a_large_hostile_file_is_answered_and_the_pages_go_on(running, window, tmp_path):
    _all_answered(running, window, tmp_path, LARGE)


def _all_answered(running, window, folder, files):
    at, process = running
    _send(go(window(), f"{at}/upload"), _made(folder, "good.csv", texts.plain_text))
    before = _held(process)
    for name, (make, code) in files.items():
        page = go(window(), f"{at}/upload")
        _send(page, _made(folder, name, make))
        expect(page.get_by_role("alert")).to_contain_text(_said(code), timeout=LONG)
        assert "Traceback" not in page.inner_text("body")
    assert _held(process) - before < MOST_GROWN
    assert "month ending" in go(window(), f"{at}/").inner_text("body")


def _said(code):
    """The longest part of a sentence that holds no names of the file."""
    return max(re.split(r"\{\w+\}", MESSAGES[code].says), key=len).strip('" ')


def _made(folder, name, make):
    path = folder / name
    path.write_bytes(make())
    return path


def _send(page, path):
    page.locator("input[type=file]").set_input_files(str(path))
    page.get_by_text(path.name).first.wait_for(timeout=LONG)
    page.wait_for_function("() => !document.body.innerText.includes('Checking the files')", timeout=LONG)
    settle(page)


def _held(process: int) -> int:
    """Kilobytes of memory that a process holds."""
    [line] = re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(line)


def _listens_on(port: int) -> int:
    """The process that was started with this port."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"ui.serve" in words and str(port).encode() in words:
            return int(folder.name)
    raise AssertionError("the dashboard is not running")
