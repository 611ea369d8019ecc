"""What is said when settings cannot be used, and gathering all of it before anything is said."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class SettingsProblem(Exception):
    """A setting that cannot be used: the file, the line (from 1) and the reason, in plain words.

    `entry` names the setting, such as "'reduced_share' in [[values]]". `every` holds all that were found,
    this one first; the text of the exception has a line for each.
    """

    def __init__(
        self,
        file: Path | str,
        line: int,
        reason: str,
        entry: str = "",
        others: tuple["SettingsProblem", ...] = (),
    ) -> None:
        self.file = Path(file).name
        self.line = line
        self.reason = reason
        self.entry = entry
        self.every = (self, *others)
        super().__init__("\n".join((self.sentence, *(other.sentence for other in others))))

    @property
    def sentence(self) -> str:
        """This one problem: where it is, which setting, and why it cannot be used."""
        setting = f"{self.entry}: " if self.entry else ""
        return f"{self.file}, line {self.line}: {setting}{self.reason}"


class Problems:
    """Gathers what cannot be used, so that one problem does not hide the next."""

    def __init__(self) -> None:
        self.found: list[SettingsProblem] = []

    @contextmanager
    def noted(self) -> Iterator[None]:
        """A problem inside ends that piece of work and is kept."""
        try:
            yield
        except SettingsProblem as problem:
            self.found += problem.every

    def say(self) -> None:
        """Raise SettingsProblem with all that was found, by file and line; nothing where all is well."""
        if self.found:
            first, *rest = sorted(self.found, key=lambda each: (each.file, each.line))
            raise SettingsProblem(first.file, first.line, first.reason, first.entry, tuple(rest))
