"""Where the project stands, and the one way in which a command refuses to go on."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
ADDRESS = "127.0.0.1"


class Stop(Exception):
    """The command cannot go on; the text says why and what to do."""
