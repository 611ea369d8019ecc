"""`lock`: the exact packages, with hashes for Linux, macOS and Windows, naming no index and no folder."""

import shutil

from commands.install import NEXT, RUN, TESTS
from commands.places import Stop
from commands.run import show


def lock() -> int:
    """Lock every requirements*.in again. Raises Stop where uv is missing or finds no answer."""
    uv = shutil.which("uv")
    if not uv:
        raise Stop("Locking needs uv on the PATH (pip install uv).")
    command = [
        uv,
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--generate-hashes",
        "--python-version",
        "3.11",
    ]
    command += ["--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    for name in (RUN, TESTS, NEXT):
        source = name.replace(".txt", ".in")
        within = ["-c", RUN] if name == TESTS else []
        if show([*command, *within, source, "-o", name]):
            raise Stop(f"{source} could not be locked; the reason stands above.")
    return 0
