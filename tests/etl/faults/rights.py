"""A process that goes by the rights of files even where root runs the tests, and a disk that is full."""

import ctypes
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VERSION_3 = 0x20080522
OVERRIDES_RIGHTS = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@contextmanager
def by_rights() -> Iterator[None]:
    """Root lays down its leave to pass over rights of files, and takes it up again. Others never had it."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        yield
        return
    libc, who = ctypes.CDLL(None, use_errno=True), (ctypes.c_uint32 * 2)(VERSION_3, 0)
    held = (ctypes.c_uint32 * 6)()
    assert libc.capget(who, held) == 0
    fewer = (ctypes.c_uint32 * 6)(*held)
    fewer[0] &= ~OVERRIDES_RIGHTS
    assert libc.capset(who, fewer) == 0
    try:
        yield
    finally:
        assert libc.capset(who, held) == 0


@contextmanager
def only_to_read(folder: Path) -> Iterator[None]:
    """Nothing in the folder can be written, made or removed, by anybody, until the block ends."""
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with by_rights():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


class Disk:
    """A disk that is full from a moment on: no file of this process can grow."""

    def __init__(self) -> None:
        import resource

        self.limit = resource.RLIMIT_FSIZE
        self.get, self.set = resource.getrlimit, resource.setrlimit
        self.before = self.get(self.limit)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # as Python does; else it would end the process

    def fill(self) -> None:
        """From now on nothing can be written."""
        self.set(self.limit, (0, self.before[1]))

    def empty(self) -> None:
        """There is room again."""
        self.set(self.limit, self.before)
