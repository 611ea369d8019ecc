"""A workbook's looks, and what every sheet of it carries: title, marking, what the figures are."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from charts.tokens import LIGHT
from exports.document import Document
from exports.head import foot
from exports.tables import safe_text

FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
FORBIDDEN = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))
LONGEST_NAME = 31
WIDEST, NARROWEST = 48.0, 9.0


@dataclass
class Book:
    """A workbook being written, with the formats it has and the names its sheets and tables have."""

    book: Any
    document: Document
    formats: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    tables: int = 0
    widths: dict[tuple[str, int], float] = field(default_factory=dict)

    def look(self, **said: Any) -> Any:
        """A format, made once."""
        key = tuple(sorted(said.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(FONT | said)
        return self.formats[key]

    def number(self, decimals: int, **said: Any) -> Any:
        """The format of a number with so many decimals, its minus sign as the pages have it."""
        form = "#,##0" + (f".{'0' * decimals}" if decimals else "")
        return self.look(num_format=f"{form};\N{MINUS SIGN}{form}", align="right", **said)

    def day(self) -> Any:
        """The format of a day."""
        return self.look(num_format="d mmm yyyy", align="left", indent=1)

    def first_day(self) -> Any:
        """The format of a day that heads its row."""
        return self.look(num_format="d mmm yyyy", align="left")

    def sheet(self, name: str, title: str, lines: tuple[str, ...] = ()) -> tuple[Any, int]:
        """A new sheet with its title, marking and lines; and the row after them."""
        sheet = self.book.add_worksheet(self._name(name))
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, safe_text(title), self.look(bold=True, font_size=14))
        marking = self.document.head.marking
        said = (f"{marking} · {foot(self.document)}", *lines)
        for n, line in enumerate(said, start=1):
            sheet.write_string(n, 0, safe_text(line), self.look(font_color=LIGHT.muted))
        sheet.set_header(f"&C&B{_of_code(marking)}")
        sheet.set_footer(f"&L&8{_of_code(foot(self.document))}&C&B{_of_code(marking)}&R&8&P of &N")
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet, len(said) + 2

    def widen(self, sheet: Any, column: int, width: float) -> None:
        """Make a column as wide as the widest table in it needs."""
        key = (sheet.get_name(), column)
        self.widths[key] = max(width, self.widths.get(key, 0.0))
        sheet.set_column(column, column, self.widths[key])

    def table_name(self) -> str:
        """A name for the next table: a table's name may hold no spaces and not look like a cell."""
        self.tables += 1
        return f"table_{self.tables}"

    def _name(self, name: str) -> str:
        """A sheet's name: short, without the signs that are forbidden, and once only."""
        plain = " ".join(safe_text(name).translate(FORBIDDEN).split())
        short, n = plain[:LONGEST_NAME].strip() or "Sheet", 1
        while short.lower() in self.names:
            n += 1
            short = f"{plain[: LONGEST_NAME - 4].strip()} ({n})"
        self.names.add(short.lower())
        return short


def _of_code(text: str) -> str:
    """Text for the head or foot of a printed sheet, where & begins an order."""
    return safe_text(text).replace("&", "&&")


def width_of(texts: list[str]) -> float:
    """How wide a column of these texts is, within bounds."""
    return min(WIDEST, max(NARROWEST, *(len(text) * 1.05 + 2 for text in texts)))


def is_day(value: Any) -> bool:
    """Whether a cell is a day."""
    return isinstance(value, date)
