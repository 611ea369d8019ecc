"""Serve the dashboard: `python -m ui.serve --server.port 8501`. The choices are those of `streamlit run`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

DASHBOARD = Path(__file__).parents[1] / "dashboard.py"


def serve(choices: Sequence[str]) -> None:
    """Run the dashboard until it is stopped, with the pages of its own menu from the first request on.

    Streamlit takes a folder called `pages` for its older kind of menu until somebody has opened the dashboard
    once. The first reader of a cold server who follows a link would be told that the page was not found.
    """
    PagesManager.uses_pages_directory = False
    cli.main(["run", str(DASHBOARD), *choices], prog_name="streamlit")


if __name__ == "__main__":
    serve(sys.argv[1:])
