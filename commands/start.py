"""`start`: what is needed installed, the sample months in an empty store, the dashboard on this computer."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from commands.compiled import compile_sources
from commands.install import RUN, install
from commands.places import ADDRESS, ROOT, Stop
from commands.room import TO_RUN, room
from commands.run import quietly
from commands.samples import fill_if_empty


def start(port: int, with_samples: bool, store: str | None) -> int:
    """Install, fill an empty store with samples where wanted, and run the dashboard until it is stopped."""
    place = store_path(store)
    port_free(port)
    room(place, TO_RUN)
    python = install([RUN])
    compile_sources(python)
    environment = {"PPU_STORE": str(place)}
    print("Looking at the store and its settings ...", flush=True)
    settings_hold(python, environment)
    if with_samples:
        fill_if_empty(python, environment)
    figures_are_of_this_version(python, environment)
    return _serve(python, environment, port)


def settings_hold(python: Path, environment: Mapping[str, str]) -> None:
    """Make the folders of the store, and stop where a setting in it cannot be used: file, line and reason."""
    folder = Path(environment["PPU_STORE"]) / "settings"
    quietly(
        [python, "-m", "etl", "settings"],
        lambda said: f"The dashboard was not started. The settings are in {folder}.",
        environment,
    )


def figures_are_of_this_version(python: Path, environment: Mapping[str, str]) -> None:
    """Make the figures again where another version of the product made them; the rows stay as accepted."""
    told = quietly(
        [python, "-m", "etl", "rebuild", "--if-older", "--by", "tasks.py start"],
        lambda said: "The figures could not be made again by this version of the product.",
        environment,
    )
    if told:
        print(f"The product has changed since the figures were made. {told}", flush=True)


def store_path(asked: str | None) -> Path:
    """The store asked for, else PPU_STORE, else data/store; relative to where one stands."""
    chosen = asked or os.environ.get("PPU_STORE")
    return Path(chosen).expanduser().absolute() if chosen else ROOT / "data" / "store"


def port_free(port: int) -> None:
    """Stop where the port is no port, or another program answers there."""
    if not 0 < port < 65536:
        raise Stop(f"A port is a number from 1 to 65535; {port} is not.")
    other = port + 1 if port < 65535 else port - 1
    with socket.socket() as probe:
        if os.name != "nt":
            # Else a port that was closed a moment ago counts as taken.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except PermissionError:
            raise Stop(f"Port {port} is kept for the system. Choose one above 1023: --port 8501") from None
        except OSError:
            raise Stop(
                f"Port {port} is taken. If the dashboard is already running, open http://{ADDRESS}:{port}. "
                f"Otherwise choose another port: python3 tasks.py start --port {other}"
            ) from None


def _serve(python: Path, environment: Mapping[str, str], port: int) -> int:
    """Run the dashboard, print its address once it answers, and end with it."""
    print("Starting the dashboard ...", flush=True)
    command = [str(python), "-m", "ui.serve", "--server.port", str(port)]
    command += ["--server.address", ADDRESS, "--server.headless", "true", "--logger.level", "warning"]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    # Ended from outside (a service manager, a test): end the dashboard too.
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        _wait_until_it_answers(server, port)
        print(f"The dashboard is at http://{ADDRESS}:{port} (stop it with Ctrl+C)", flush=True)
        return server.wait()
    finally:
        server.terminate()
        server.wait()


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _wait_until_it_answers(server: subprocess.Popen[bytes], port: int) -> None:
    while server.poll() is None:
        try:
            socket.create_connection((ADDRESS, port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise Stop("The dashboard ended before it answered; the reason stands above.")
