"""Why a file is not let through the gate, or not read: carried out of the checks as a message code."""

from __future__ import annotations


class NotOpened(Exception):
    """A file is not opened. `code` is its message code, `detail` what its sentence names, `sheet` where."""

    def __init__(self, code: str, detail: str = "", sheet: str = "") -> None:
        super().__init__(code)
        self.code, self.detail, self.sheet = code, detail, sheet
