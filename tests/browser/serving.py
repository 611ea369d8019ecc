"""A dashboard of its own for the tests: started on a free port, on a store made for it, ended afterwards."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def dashboard(store: Path) -> Iterator[str]:
    """The address of a dashboard on `store`. The process is cold: nobody has opened a page yet."""
    port = _free_port()
    command = [sys.executable, "-m", "ui.serve", "--server.port", str(port)]
    environment = {**os.environ, "PPU_STORE": str(store), "PPU_KEY_DIR": str(store.parent / "keys")}
    log = (store.parent / f"dashboard-{port}.log").open("wb")
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Ask for health only: it opens no page, so the server stays cold."""
    for _ in range(240):
        if process.poll() is not None:
            raise RuntimeError(f"the dashboard ended with {process.returncode} before it answered")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    raise TimeoutError("the dashboard did not answer within a minute")
