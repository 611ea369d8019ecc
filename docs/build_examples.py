"""Writes docs/examples/: a two-page brief of the sample force in every format, and pictures of its pages.

    python docs/build_examples.py                the sample months are made and loaded first (some minutes)
    python docs/build_examples.py --store DIR    of a store that has them

The brief is for a local policing body, so it is in publication mode. It is made at a fixed time, and so are
the loads that it names, so that the same product writes the same brief. Pictures need LibreOffice, pdftoppm
and what the tests need (requirements-dev.txt).
"""

import argparse
import os
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "docs" / "examples"
sys.path.insert(0, str(ROOT))

MADE_AT = datetime(2026, 10, 12, 9, 30, tzinfo=UTC)
LAST, WAITS = date(2026, 9, 30), "2026-10"
BY = "Head of Public Protection (invented)"
INVENTED = "Invented for this example"
ASKED_FOR = (
    "We ask the panel to fund six more investigators in domestic abuse for two years, and to look at the "
    "gap again with the figures of March 2027.",
    "Everything in this brief is synthetic: Northshire Police is invented, and so is every number.",
)
# What no return gives, each with its lowest and highest.
TYPED = {
    "starters": (34, 34, 34), "post_cost": (62_000, 58_000, 66_000),
    "extra_posts": (6, 6, 6),
    "advertise_months": (2, 2, 2), "advertise_pass": (0.9, 0.9, 0.9),
    "vet_months": (3, 3, 3), "vet_pass": (0.85, 0.85, 0.85),
    "post_months": (1, 1, 1), "post_pass": (0.95, 0.95, 0.95),
    "train_months": (4, 4, 4), "train_pass": (0.9, 0.8, 0.95), "training_leave": (0.01, 0.01, 0.01),
    "accredit_months": (6, 6, 6), "accredit_pass": (0.85, 0.75, 0.95), "course_share": (0.9, 0.9, 0.9),
    "course_seats": (4, 4, 4),
    "growth": (0.03, 0.0, 0.06), "recruit_cost": (2500, 2500, 2500), "training_cost": (4000, 4000, 4000),
}  # fmt: skip
INTAKES = ((1, 5), (4, 5))


def main(arguments: list[str]) -> int:
    """Make the brief and its pictures; gives the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--store", type=Path, help="a store in which the sample months are loaded")
    store = parser.parse_args(arguments).store
    with tempfile.TemporaryDirectory(prefix="northshire-") as folder:
        os.environ["PPU_STORE"] = str((store or Path(folder, "store")).absolute())
        if store is None:
            os.environ["PPU_KEY_DIR"] = str(Path(folder, "keys"))
            fill(Path(folder, "made"))
        files = brief()
    EXAMPLES.mkdir(exist_ok=True)
    for kind, content in files.items():
        (EXAMPLES / f"brief.{kind}").write_bytes(content)
    from docs.picture_examples import pictures

    for file in (*(EXAMPLES / f"brief.{kind}" for kind in files), *pictures(EXAMPLES)):
        print(f"docs/examples/{file.name}: {file.stat().st_size / 1024:.0f} kB")
    return 0


def fill(made: Path) -> None:
    """Make the sample months and load all but the newest, as `tasks.py start` does, at the fixed time."""
    from etl.__main__ import main as etl

    hold_the_clock()
    if etl(["samples", "-o", str(made), "--end", WAITS]):
        raise SystemExit("The sample months could not be made.")
    months = sorted(folder for folder in made.iterdir() if folder.is_dir() and folder.name != WAITS)
    files = [str(file) for month in months for file in sorted(month.glob("*.xlsx"))]
    if etl(
        ["load", "--samples", *files, "--by", "A. Analyst (invented)", "--accept", "Sample data, invented."]
    ):
        raise SystemExit("The sample months could not be loaded.")


def hold_the_clock() -> None:
    """Every module that writes down when something was done says the fixed time."""
    from store import control

    of_now = control.now
    for module in list(sys.modules.values()):
        for name in [name for name, held in vars(module).items() if held is of_now]:
            setattr(module, name, lambda: f"{MADE_AT:%Y-%m-%dT%H:%M:%SZ}")


def brief() -> dict[str, bytes]:
    """The files of the brief by format."""
    from exports.formats import FORMATS
    from exports.produce import produce
    from ui.briefing.attack import refusal
    from ui.briefing.choices import Asked, start_of
    from ui.briefing.compose import compose

    page = the_page()
    save_scenario(page)
    sections = start_of("body", "brief")
    asked = Asked("body", "brief", None, True, sections, ASKED_FOR, "OFFICIAL", BY)
    made = compose(page, asked, MADE_AT)
    if why := refusal(made.seen.page, made.measures):
        raise SystemExit(why)
    return produce(made.document, tuple(FORMATS), print)


def the_page() -> Any:
    """The briefing's page on the sample force's newest loaded month, without a browser."""
    import logging

    logging.disable(logging.WARNING)  # streamlit warns that no browser asks
    import streamlit as st

    import access
    from ui.figures import status
    from ui.figures.world import world
    from ui.page import open_page

    status.today = MADE_AT.date
    st.session_state["view"] = (world().forces()[0], str(LAST), "all")
    return open_page._gather("case/briefing", access.local_user())


def save_scenario(page: Any) -> None:
    """Six more posts in domestic abuse, as the page would save it; none where one is there."""
    from analysis.scenario import Inputs, Intake
    from store import scenarios
    from ui.briefing.seen import seen as readers_page
    from ui.case import scenario_saved, scenario_start
    from ui.case.scenario_result import worked_out
    from ui.figures import session
    from ui.findings.scenario import starts

    if scenario_saved.standing(page):
        return
    # As a reader outside the force begins: what is hidden from them is typed, and the result can be shown.
    shown = readers_page(page, None, publication=True).page
    begun = scenario_start.started(shown, None, "investigations").values()
    typed = [starts.answer(name, *ends, INVENTED, BY, MADE_AT.date()) for name, ends in TYPED.items()]
    known = [each.answer for each in begun if each.answer]
    given = {each.id for each in known}
    more = (each for each in typed if each.id not in given)
    inputs = Inputs((*known, *more), tuple(Intake(*each) for each in INTAKES), 24)
    found = worked_out(inputs)
    draft = scenario_saved.draft(page, "Six more posts, two intakes", None, "investigations", inputs, found)
    scenarios.save(session.the_store(), draft, by=BY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
