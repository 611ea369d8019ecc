"""What is said when a setting cannot be used."""

from pathlib import Path


class SettingsProblem(Exception):
    """A setting that cannot be used: the file, the line (from 1) and the reason, in plain words."""

    def __init__(self, file: Path | str, line: int, reason: str) -> None:
        self.file = Path(file).name
        self.line = line
        self.reason = reason
        super().__init__(f"{self.file}, line {line}: {reason}")
