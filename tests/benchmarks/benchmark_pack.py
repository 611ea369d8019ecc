"""How long a document of the sample force takes from the button to the store, step by step.

Composed, tried for small groups, counted, written and kept as the page does it: for a local policing body,
with nothing read before; and again, as after the page has made ready what it can (ui/briefing/ready.py).
PPU_STORE names a store with the sample months, PPU_KEY_DIR its keys. The documents are kept there.
Run it: PPU_STORE=... PPU_KEY_DIR=... python tests/benchmarks/benchmark_pack.py
"""

import logging
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import streamlit as st

import access
from ui.briefing import ready
from ui.briefing.choices import Asked, Shape, start_of
from ui.briefing.production import Production
from ui.figures.world import world
from ui.page import open_page
from ui.page.open_page import Page

LOADED = 3
"""Seconds in which the processes that write files have loaded what they need."""
SHAPES: tuple[Shape, ...] = ("brief", "pack")


def main() -> None:
    """Print the seconds of each step and of the whole: of this process, and by the clock."""
    logging.disable(logging.WARNING)  # streamlit warns that no browser asks
    page = the_page()
    for turn in ("first", "again"):
        for shape in SHAPES:
            if turn == "again":
                ready.waiting().begin()
                time.sleep(LOADED)
            print(f"{turn}: {shape}")
            timed(page, Asked("body", shape, None, True, start_of("body", shape), made_by="A benchmark"))


def the_page() -> Page:
    """The briefing's page on the newest month of the store."""
    force = world().forces()[0]
    st.session_state["view"] = (force, str(max(world().months_of(force))), "all")
    return open_page._gather("case/briefing", access.local_user())


def timed(page: Page, asked: Asked) -> None:
    """One document: what was told, and the seconds until the next was."""
    begun: list[tuple[str, float, float]] = []
    job = Production(page, asked)
    tell = job._tell

    def listen(said: str) -> None:
        begun.append((said, time.process_time(), time.perf_counter()))
        tell(said)

    job._tell = listen
    begin = time.perf_counter()
    job.start()
    job.wait(600)
    end, now = time.process_time(), time.perf_counter()
    for (said, start, at), (_, following, then) in zip(begun, [*begun[1:], ("", end, now)], strict=True):
        print(f"  {following - start:7.2f} {then - at:7.2f}  {said}")
    print(f"  {end - begun[0][1]:7.2f} {now - begin:7.2f}  in all. {job.why_not or 'Kept.'}")


if __name__ == "__main__":
    main()
